import fc from "fast-check";

// The same examples in every run, so that a red run means the change and not the dice. PROPERTY_SEED and PROPERTY_RUNS look further.
const { PROPERTY_SEED, PROPERTY_RUNS } = process.env;
fc.configureGlobal({
  seed: Number(PROPERTY_SEED ?? 20170322),
  ...(PROPERTY_RUNS ? { numRuns: Number(PROPERTY_RUNS) } : {}),
});
