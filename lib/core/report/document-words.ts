import type { ReportLanguage } from "./options";

/** The few words that only printed documents need; all others stand in languages/. */
export interface DocumentWords {
  readonly page: string;
  readonly inTheText: string;
  readonly untitled: string;
  /** Over the article in a document whose claims are comments. */
  readonly asComments: string;
  readonly goneClaims: string;
  readonly unset: string;
  readonly unsetMeans: (characters: string) => string;
}

/** They stand in every language that a report can have. */
export const DOCUMENT_WORDS: Readonly<Record<ReportLanguage, DocumentWords>> = {
  en: {
    page: "Page",
    inTheText: "In the text: page",
    untitled: "Untitled article",
    asComments: "The article as it was checked. Each claim is a comment on its words.",
    goneClaims: "Claims that are no longer in the text",
    unset: "Characters without a shape:",
    unsetMeans: (characters) =>
      `the fonts of the machine that set this document lack ${characters}. Boxes or gaps stand for them here; the report’s other formats hold them.`,
  },
  de: {
    page: "Seite",
    inTheText: "Im Text: Seite",
    untitled: "Artikel ohne Titel",
    asComments: "Der Artikel, wie er geprüft wurde. Jede Behauptung ist ein Kommentar zu ihren Wörtern.",
    goneClaims: "Behauptungen, die nicht mehr im Text stehen",
    unset: "Zeichen ohne Form:",
    unsetMeans: (characters) =>
      `den Schriften des Rechners, der dieses Dokument gesetzt hat, fehlen ${characters}. Hier stehen Kästchen oder Lücken dafür; die anderen Formate des Berichts enthalten sie.`,
  },
  fr: {
    page: "Page",
    inTheText: "Dans le texte : page",
    untitled: "Article sans titre",
    asComments: "L’article tel qu’il a été vérifié. Chaque affirmation est un commentaire sur ses mots.",
    goneClaims: "Affirmations qui ne sont plus dans le texte",
    unset: "Caractères sans forme :",
    unsetMeans: (characters) =>
      `les polices de la machine qui a composé ce document n’ont pas ${characters}. Des cases ou des blancs en tiennent lieu ici ; les autres formats du rapport les contiennent.`,
  },
  es: {
    page: "Página",
    inTheText: "En el texto: página",
    untitled: "Artículo sin título",
    asComments: "El artículo tal como se verificó. Cada afirmación es un comentario sobre sus palabras.",
    goneClaims: "Afirmaciones que ya no están en el texto",
    unset: "Caracteres sin forma:",
    unsetMeans: (characters) =>
      `las fuentes del equipo que compuso este documento no tienen ${characters}. Aquí hay recuadros o huecos en su lugar; los demás formatos del informe los contienen.`,
  },
};
