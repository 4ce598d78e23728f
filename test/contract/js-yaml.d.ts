/** The package ships no types; only this of it is used. */
declare module "js-yaml" {
  const yaml: { load(source: string): unknown };
  export default yaml;
}
