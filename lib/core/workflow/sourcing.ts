export const STANCES = ["supports", "refutes", "context", "inconclusive"] as const;

/** What a source says about a claim. */
export type Stance = (typeof STANCES)[number];

export const SOURCE_MEDIA = ["web", "document", "dataset", "person", "observation", "recording"] as const;

/** What a source is. */
export type SourceMedium = (typeof SOURCE_MEDIA)[number];

export const SOURCE_KINDS = [
  "primary",
  "secondary",
  "expert",
  "official_record",
  "on_the_record",
  "press_release",
  "wire",
] as const;

/** How near a source stands to what it tells. */
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const CONFIDENTIALITIES = ["open", "internal", "secret"] as const;

/** Who may know a source: anybody, the newsroom, or only those who may see secret sources. */
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];
