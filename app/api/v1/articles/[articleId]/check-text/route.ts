import { checkArticleText, door } from "../../../endpoints";

export const dynamic = "force-dynamic";

export const POST = door(checkArticleText);
