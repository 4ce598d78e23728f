/** For the tests, which are in TypeScript. */
export const deliveryOptions: string;
export const accessPoints: string;
export const trackDelivery: string;
