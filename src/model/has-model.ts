/** A cheap look at whether a design has a block that says it is a model, before anything that reads one is loaded. */
export function hasModel(text: string): boolean {
  return /^ {0,3}(?:`{3,}|~{3,}) *ya?ml faultline/m.test(text);
}
