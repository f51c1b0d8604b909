"use server";

import * as packages from "@/lib/packages/commands";
import { action } from "@/lib/platform/action";
import * as publications from "@/lib/publications/commands";

export const publishReportAction = action(publications.publishReport);
export const correctReportAction = action(publications.correctReport);
export const withdrawReportAction = action(publications.withdrawReport);
export const makeSigningKeyAction = action(packages.makeSigningKey);
