export function readSpecification(directory: string, file: string): unknown;
