export const STANCES = ["supports", "refutes", "context", "inconclusive"] as const;

/** What a source says about a claim. */
export type Stance = (typeof STANCES)[number];

export const SOURCE_MEDIA = ["web", "document", "person"] as const;

/** What a source is. */
export type SourceMedium = (typeof SOURCE_MEDIA)[number];

export const SOURCE_KINDS = ["primary", "secondary", "expert", "on_the_record"] as const;

/** How near a source stands to what it tells. */
export type SourceKind = (typeof SOURCE_KINDS)[number];
