import { authHandler } from "@/lib/platform/session";

export { authHandler as GET, authHandler as POST };
