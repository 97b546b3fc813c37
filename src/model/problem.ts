/** A model or a file of one that is not read, in one line that says where and what to do. */
export class ModelProblem extends Error {}
