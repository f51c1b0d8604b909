import { LibraryBig, Plus, Search } from "lucide-react";
import type { Metadata } from "next";
import Form from "next/form";
import { Button, ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Select } from "@/app/_ui/field";
import { PageLinks } from "@/app/_ui/page-links";
import { may } from "@/lib/core/policy/policy";
import { CONFIDENTIALITIES, SOURCE_KINDS } from "@/lib/core/workflow/sourcing";
import { requireActor } from "@/lib/platform/session";
import { loadSources } from "@/lib/sources/queries";
import { CONFIDENTIALITY_LABELS, SOURCE_KIND_LABELS } from "../_claims/words";
import { PageBody, PageHeader } from "../_shell/page-header";
import { type SearchParams, toParams } from "../_shell/search-params";
import { counted } from "../claims/_table/words";
import { AddSource } from "./_form/add-source";
import {
  isNarrowed,
  listHref,
  narrowed,
  orderSources,
  readList,
  SOURCES_PAGE,
  type SourceList,
} from "./_list/list-state";
import { SourcesGrid } from "./_list/sources-grid";

export const metadata: Metadata = { title: "Sources" };

/** The newsroom's sources: search them, open one, add one. */
export default async function SourcesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor("/sources");
  const params = toParams(await searchParams);
  const list = readList(params);
  const found = await loadSources(actor, list.text === "" ? {} : { text: list.text });
  const rows = orderSources(narrowed(found, list), list);
  const mayAdd = may(actor.role, "source.edit");
  const adding = mayAdd && params.get("add") === "1";
  const last = Math.max(1, Math.ceil(rows.length / SOURCES_PAGE));
  const page = Math.min(list.page, last);
  const shown = rows.slice((page - 1) * SOURCES_PAGE, page * SOURCES_PAGE);
  return (
    <>
      <PageHeader
        title="Sources"
        meta={`${counted(rows.length, "source")}${isNarrowed(list) ? " found" : ""}`}
        actions={
          mayAdd &&
          !adding && (
            <ButtonLink href="/sources?add=1" scroll={false}>
              <Plus size={15} aria-hidden="true" />
              Add a source
            </ButtonLink>
          )
        }
      />
      {adding && (
        <section aria-labelledby="add" className="border-line border-b bg-sunken/60 px-4 py-5 md:px-6 xl:px-8">
          <div className="max-w-2xl">
            <h2 id="add" className="mb-3 font-medium">
              Add a source
            </h2>
            <AddSource back={listHref(list)} />
          </div>
        </section>
      )}
      {rows.length === 0 && !isNarrowed(list) ? (
        <PageBody narrow>
          <EmptyState mark={<LibraryBig size={22} />} title="No sources yet">
            A source comes in with the first note that leans on it: open a claim and write down what you found.
          </EmptyState>
        </PageBody>
      ) : (
        <>
          <SearchForm list={list} />
          {rows.length === 0 ? (
            <PageBody narrow>
              <EmptyState
                title={list.text === "" ? "No source is of this kind" : `No source holds “${list.text}”`}
                action={<ButtonLink href="/sources">Show all</ButtonLink>}
              >
                The search looks at titles, authors, publishers and web addresses of the sources that you may know.
              </EmptyState>
            </PageBody>
          ) : (
            <SourcesGrid rows={shown} list={list} />
          )}
          <PageLinks
            page={page}
            last={last}
            href={(number) => listHref({ ...list, page: number })}
            className="px-4 py-3 md:px-6 xl:px-8"
          />
        </>
      )}
    </>
  );
}

function SearchForm({ list }: { readonly list: SourceList }) {
  return (
    <search className="block px-4 py-3 md:px-6 xl:px-8">
      <Form action="/sources" key={listHref(list)} className="flex max-w-3xl flex-wrap items-center gap-2">
        {list.sort !== "title" && <input type="hidden" name="sort" value={list.sort} />}
        {list.desc && <input type="hidden" name="desc" value="1" />}
        <span className="relative flex min-w-56 flex-1 items-center max-sm:basis-full">
          <Search size={15} aria-hidden="true" className="pointer-events-none absolute left-2.5 text-muted" />
          <input
            type="search"
            name="text"
            defaultValue={list.text}
            maxLength={200}
            aria-label="Search sources"
            placeholder="Search title, author, publisher or address"
            className="h-8 w-full rounded-sm border border-line-strong bg-raised pr-2 pl-8 placeholder:text-muted focus-visible:outline-offset-0 max-md:h-10 max-md:text-[1rem]"
          />
        </span>
        <Select
          name="kind"
          aria-label="Standing"
          defaultValue={list.kind ?? ""}
          className="w-40 max-sm:min-w-32 max-sm:flex-1"
        >
          <option value="">Standing</option>
          {SOURCE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {SOURCE_KIND_LABELS[kind]}
            </option>
          ))}
        </Select>
        <Select
          name="secrecy"
          aria-label="Who may know them"
          defaultValue={list.secrecy ?? ""}
          className="w-40 max-sm:min-w-32 max-sm:flex-1"
        >
          <option value="">Secrecy</option>
          {CONFIDENTIALITIES.map((one) => (
            <option key={one} value={one}>
              {CONFIDENTIALITY_LABELS[one]}
            </option>
          ))}
        </Select>
        <Button type="submit">Search</Button>
        {isNarrowed(list) && (
          <ButtonLink href={listHref({ ...list, text: "", kind: null, secrecy: null, page: 1 })} variant="quiet">
            Clear
          </ButtonLink>
        )}
      </Form>
    </search>
  );
}
