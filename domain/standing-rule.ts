/** R2: what of a guest's photos counts: the best one, the three best together, or all with falling weights. */
export const standingRules = ["best", "best-three", "diminishing"] as const;
export type StandingRule = (typeof standingRules)[number];
