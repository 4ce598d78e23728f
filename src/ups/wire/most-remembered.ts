/**
 * Accounts of which a process keeps something that it can learn again: a token, a pause, calls of late. Of more, those
 * that were not asked for longest are forgotten; a tenant with many accounts costs a little time and no memory.
 */
export const mostRemembered = 10_000;
