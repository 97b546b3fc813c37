import { designWorkflow } from './design-workflow.ts';
import type { Prompt } from './prompt.ts';
import { proveDesign } from './prove-design.ts';
import { reviewDesign } from './review-design.ts';

/** Every prompt, in the order in which they are listed. Each only puts together what the tools give. */
export const PROMPTS: readonly Prompt[] = [reviewDesign, designWorkflow, proveDesign];
