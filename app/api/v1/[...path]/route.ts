import { unknownAddress } from "@/lib/platform/route";

export const GET = unknownAddress;
export const POST = unknownAddress;
