import { signIn } from "@/lib/people/commands";
import { executePublic } from "@/lib/platform/command";
import { authHandler } from "@/lib/platform/session";

const handler = authHandler(async (credentials) => {
  const outcome = await executePublic(signIn, credentials);
  return outcome.ok ? outcome.output.userId : null;
});

export { handler as GET, handler as POST };
