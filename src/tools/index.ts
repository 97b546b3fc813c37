import { checkModelTool } from './check-model.ts';
import { exploreFailures } from './explore-failures.ts';
import { readGuidance } from './read-guidance.ts';
import { reviewDesign } from './review-design.ts';
import { fillDeliverable } from './fill-deliverable.ts';
import type { Tool } from './tool.ts';

/** Every tool, in the order in which they are listed. */
export const TOOLS: readonly Tool[] = [readGuidance, reviewDesign, checkModelTool, exploreFailures, fillDeliverable];
