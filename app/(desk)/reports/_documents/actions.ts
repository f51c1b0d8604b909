"use server";

import { requestExport } from "@/lib/exports/commands";
import { action } from "@/lib/platform/action";

export const requestExportAction = action(requestExport);
