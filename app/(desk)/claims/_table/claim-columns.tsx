import { createColumnHelper } from "@tanstack/react-table";
import { clsx } from "clsx";
import Link from "next/link";
import { clipped, type DataColumn, type TableParts } from "@/app/_ui/data-table";
import { dayInWords, RelativeTime } from "@/app/_ui/relative-time";
import type { ClaimRow } from "@/lib/claims/schema";
import { STATE_LABELS } from "@/lib/core/workflow/workflow";
import { STATE_TEXT, StateGlyph } from "../../_claims/state-mark";
import { KIND_LABELS, PRIORITY_LABELS } from "../../_claims/words";
import { COLUMN_LABELS } from "./columns";
import { speakerHref } from "./url-state";

// The line under the claim on narrow screens.
const UNDER = "max-md:order-2";

const helper = createColumnHelper<TableParts, ClaimRow>();

/** The columns of the claims table at `base`: the number, the state and the claim first, then those that can be chosen, in their order. */
export const claimColumns = (base: string) =>
  helper.columns([
    helper.accessor("number", {
      meta: { label: "No.", width: 14, numbers: true, sort: "number", narrow: "text-muted" },
      cell: ({ getValue }) => <span className="text-muted">{getValue()}</span>,
    }),
    helper.accessor("state", {
      meta: { label: "State", width: "sign", sort: "state", narrow: "max-md:mr-auto" },
      cell: ({ getValue }) => (
        <span
          title={STATE_LABELS[getValue()]}
          className={clsx("flex items-center gap-1.5 whitespace-nowrap", STATE_TEXT[getValue()])}
        >
          <StateGlyph state={getValue()} />
          <span className="md:max-xl:sr-only">{STATE_LABELS[getValue()]}</span>
        </span>
      ),
    }),
    helper.accessor("wording", {
      meta: { label: "Claim", narrow: "max-md:order-1 max-md:basis-full max-md:text-base" },
      cell: ({ row: { original } }) => (
        <Link
          href={`/claims/${original.id}`}
          prefetch={false}
          className="block text-ink hover:underline hover:decoration-line-strong hover:underline-offset-3"
        >
          <span data-clip className={clsx(clipped, original.state === "dismissed" && "text-muted")}>
            {original.expired && <span className="mr-1.5 text-reopened text-sm">Expired</span>}
            {original.openObjections > 0 && <span className="mr-1.5 text-reopened text-sm">Objection</span>}
            {original.wording}
          </span>
        </Link>
      ),
    }),
    helper.accessor("speakerName", {
      id: "speaker",
      meta: { label: COLUMN_LABELS.speaker, width: "name", sort: "speaker", narrow: UNDER },
      cell: ({ row: { original } }) => (
        <span data-clip className={clipped}>
          {original.speakerName !== "" && (
            <Link
              href={speakerHref(base, original.speakerName)}
              prefetch={false}
              title={`All claims by ${original.speakerName}`}
              className="hover:underline hover:decoration-line-strong hover:underline-offset-3"
            >
              {original.speakerName}
            </Link>
          )}
          {original.speakerTitle !== "" && <span className="text-muted">, {original.speakerTitle}</span>}
        </span>
      ),
    }),
    helper.accessor("kind", {
      meta: { label: COLUMN_LABELS.kind, width: 24, sort: "kind", narrow: UNDER },
      cell: ({ getValue }) => KIND_LABELS[getValue()],
    }),
    helper.accessor(({ verdict }) => verdict?.label ?? "", {
      id: "verdict",
      meta: { label: COLUMN_LABELS.verdict, width: 32, sort: "verdict", narrow: "max-md:font-medium" },
      cell: ({ getValue }) => (
        <span data-clip className={clipped}>
          {getValue()}
        </span>
      ),
    }),
    helper.accessor(({ assignee }) => assignee?.name ?? "", {
      id: "assignee",
      meta: { label: COLUMN_LABELS.assignee, width: 28, sort: "assignee", narrow: UNDER, named: true },
      cell: ({ getValue }) => (
        <span data-clip className={clipped}>
          {getValue()}
        </span>
      ),
    }),
    helper.accessor(({ priority }) => (priority > 0 ? (PRIORITY_LABELS[priority] ?? "") : ""), {
      id: "priority",
      meta: { label: COLUMN_LABELS.priority, width: 20, sort: "priority", narrow: UNDER, named: true },
      cell: ({ row: { original }, getValue }) => (
        <span className={clsx(original.priority === 3 && "font-medium")}>{getValue()}</span>
      ),
    }),
    helper.accessor(({ dueOn }) => dueOn ?? "", {
      id: "due",
      meta: { label: COLUMN_LABELS.due, width: 28, sort: "due", numbers: true, narrow: UNDER, named: true },
      cell: ({ getValue }) => {
        const day = getValue();
        return day === "" ? null : (
          <time dateTime={day} title={dayInWords(day)} className="whitespace-nowrap">
            {day}
          </time>
        );
      },
    }),
    helper.accessor(({ facts, factsTicked }) => (facts === 0 ? "" : `${factsTicked} of ${facts}`), {
      id: "facts",
      meta: { label: "Facts", width: 18, numbers: true, narrow: UNDER, named: true },
      cell: ({ getValue }) => <span className="whitespace-nowrap">{getValue()}</span>,
    }),
    helper.accessor(({ notes }) => (notes === 0 ? "" : String(notes)), {
      id: "notes",
      meta: { label: COLUMN_LABELS.notes, width: 20, numbers: true, narrow: UNDER, named: true },
    }),
    helper.accessor("score", {
      meta: { label: COLUMN_LABELS.score, width: 24, numbers: true, sort: "score", narrow: UNDER, named: true },
      cell: ({ getValue }) => <span title="Worth checking, of 100">{Math.round(getValue() * 100)}</span>,
    }),
    helper.accessor("articleTitle", {
      id: "article",
      meta: {
        label: COLUMN_LABELS.article,
        width: 36,
        sort: "article",
        narrow: "max-md:order-3 max-md:basis-full max-md:truncate text-muted",
      },
      cell: ({ row: { original } }) => (
        <Link
          href={`/articles/${original.articleId}?claim=${original.id}`}
          prefetch={false}
          className="text-muted hover:text-ink hover:underline hover:underline-offset-3"
        >
          <span data-clip className={clipped}>
            {original.articleTitle}
          </span>
        </Link>
      ),
    }),
    helper.accessor("updatedAt", {
      id: "updated",
      meta: { label: COLUMN_LABELS.updated, width: 28, sort: "updated", numbers: true, narrow: UNDER, named: true },
      cell: ({ getValue }) => <RelativeTime at={getValue()} className="whitespace-nowrap" />,
    }),
  ]) satisfies readonly DataColumn<ClaimRow>[];
