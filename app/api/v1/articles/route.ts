import { door, listArticles } from "../endpoints";

export const dynamic = "force-dynamic";

export const GET = door(listArticles);
