import { notFound } from "next/navigation";
import { Refusal } from "@/lib/platform/refusal";

/** Wait for what a page shows; when it is not there, or not in this newsroom, show the page that says so. */
export async function found<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  }
}
