export function findOffice(): { readonly soffice: string; readonly pdftotext: string; readonly pdfinfo: string } | null;
