"use client";

import {
  type ComponentProps,
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { readFields, writeFields } from "./draft-fields";
import {
  chooseDraft,
  type Draft,
  type DraftFields,
  type DraftPlace,
  draftSlot,
  dropDraft,
  pruneDrafts,
  readDrafts,
  sameFields,
  writeDraft,
} from "./draft-store";
import { useFormStatusOf } from "./form-context";
import { RelativeTime } from "./relative-time";

const DraftOwner = createContext("");

/** Say whose drafts the forms below keep: people who share a browser do not see each other's. */
export function DraftScope({ owner, children }: { readonly owner: string; readonly children: ReactNode }) {
  useEffect(() => pruneDrafts(window.localStorage, Date.now()), []);
  return <DraftOwner value={owner}>{children}</DraftOwner>;
}

/** The state of a form's draft. */
export interface DraftState {
  /** Something is typed that is not saved. */
  readonly dirty: boolean;
  /** `kept`: the browser holds it; `full`: the browser's storage refused it. */
  readonly state: "none" | "kept" | "full";
  /** Drafts of the same form typed in other tabs, different from this one; newest first. */
  readonly others: readonly Draft[];
  /** Put another tab's draft into the form; the one shown now stays kept and becomes one of `others`. */
  readonly adopt: (draft: Draft) => void;
  /** Throw the draft away and show what was saved. */
  readonly discard: () => void;
  /** Tell that `fields` (what was sent) is saved: the draft goes, unless more was typed meanwhile. Returns whether it went. */
  readonly saved: (sent: DraftFields) => boolean;
}

/**
 * Keep what is typed into `form` in this browser under the signed-in person and `key`, on every keystroke, and restore it
 * when the form opens again. Null `key` keeps nothing but still tells `dirty`. Passwords and files are never kept.
 */
export function useDraft(key: string | null, form: RefObject<HTMLFormElement | null>): DraftState {
  const owner = useContext(DraftOwner);
  const [dirty, setDirty] = useState(false);
  const [state, setState] = useState<DraftState["state"]>("none");
  const [others, setOthers] = useState<readonly Draft[]>([]);
  // What the form showed before anything was typed; typing back to it is not a draft.
  const clean = useRef<DraftFields>({});
  const waiting = useRef<DraftFields>({});
  const restoring = useRef(false);
  const dirtyNow = useRef(false);

  const mark = useCallback((now: boolean) => {
    dirtyNow.current = now;
    setDirty(now);
  }, []);

  const keep = useCallback(() => {
    const element = form.current;
    if (!element || restoring.current) return;
    const fields = { ...waiting.current, ...readFields(element) };
    const changed = !sameFields(fields, clean.current);
    mark(changed);
    if (key === null) return;
    const place = { owner, key };
    if (!changed) {
      dropDraft(window.localStorage, place, tabId());
      setState("none");
      return;
    }
    const kept = writeDraft(window.localStorage, place, { fields, at: Date.now(), tab: tabId() });
    setState(kept ? "kept" : "full");
  }, [form, key, owner, mark]);

  const show = useCallback(
    (fields: DraftFields) => {
      const element = form.current;
      if (!element) return;
      restoring.current = true;
      waiting.current = fields;
      const missing = writeFields(element, fields);
      waiting.current = pick(fields, missing);
      restoring.current = false;
    },
    [form],
  );

  // Until something is typed, the clean state follows what the server sends.
  useEffect(() => {
    if (!dirtyNow.current && form.current) clean.current = readFields(form.current);
  });

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    clean.current = readFields(element);
    if (key !== null) {
      const place: DraftPlace = { owner, key };
      const chosen = chooseDraft(readDrafts(window.localStorage, place), tabId());
      if (chosen.draft && !sameFields(chosen.draft.fields, clean.current)) {
        show(chosen.draft.fields);
        mark(true);
        setState("kept");
        setOthers(chosen.others);
      }
    }
    // Fields that appear because of a restored choice get their words when they come.
    const observer = new MutationObserver(() => {
      if (Object.keys(waiting.current).length > 0) show(waiting.current);
    });
    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener("input", keep);
    element.addEventListener("change", keep);
    return () => {
      observer.disconnect();
      element.removeEventListener("input", keep);
      element.removeEventListener("change", keep);
    };
  }, [form, key, owner, keep, show, mark]);

  useEffect(() => {
    if (key === null) return;
    const place: DraftPlace = { owner, key };
    const onStorage = (event: StorageEvent): void => {
      if (!event.key?.startsWith(draftSlot(place, ""))) return;
      // A duplicated tab starts with this one's name: whoever hears of the other's writing takes a new one.
      if (event.key === draftSlot(place, tabId()) && event.newValue !== null) {
        renewTabId();
        if (dirtyNow.current) keep();
      }
      const mine = form.current ? readFields(form.current) : {};
      if (!dirtyNow.current) return;
      setOthers(
        readDrafts(window.localStorage, place).filter(
          (draft) => draft.tab !== tabId() && !sameFields(draft.fields, mine),
        ),
      );
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, [form, key, owner, keep]);

  const forget = useCallback(
    (fields: DraftFields) => {
      setState("none");
      setOthers([]);
      waiting.current = {};
      mark(false);
      if (key === null) return;
      const place = { owner, key };
      dropDraft(window.localStorage, place, tabId());
      for (const draft of readDrafts(window.localStorage, place)) {
        if (sameFields(draft.fields, fields)) dropDraft(window.localStorage, place, draft.tab);
      }
    },
    [key, owner, mark],
  );

  const saved = useCallback(
    (sent: DraftFields) => {
      const now = form.current ? readFields(form.current) : sent;
      if (!sameFields(now, sent)) {
        clean.current = sent;
        keep();
        return false;
      }
      forget(sent);
      return true;
    },
    [form, forget, keep],
  );

  const discard = useCallback(() => {
    const typed = form.current ? readFields(form.current) : {};
    show(clean.current);
    forget(typed);
  }, [form, show, forget]);

  const adopt = useCallback(
    (draft: Draft) => {
      const mine = form.current ? readFields(form.current) : {};
      // Mine moves to a name of its own, the adopted one becomes this tab's.
      if (key !== null && dirtyNow.current) {
        writeDraft(window.localStorage, { owner, key }, { fields: mine, at: Date.now(), tab: newTabId() });
      }
      show(draft.fields);
      keep();
      if (key === null) return;
      dropDraft(window.localStorage, { owner, key }, draft.tab);
      setOthers(chooseDraft(readDrafts(window.localStorage, { owner, key }), tabId()).others);
    },
    [form, key, owner, show, keep],
  );

  return { dirty, state, others, adopt, discard, saved };
}

const pick = (fields: DraftFields, names: readonly string[]): DraftFields =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? []]));

const TAB = "claimdesk-tab";
const newTabId = (): string => Math.random().toString(36).slice(2, 10);

function tabId(): string {
  return window.sessionStorage.getItem(TAB) ?? renewTabId();
}

function renewTabId(): string {
  const made = newTabId();
  window.sessionStorage.setItem(TAB, made);
  return made;
}

/** Say quietly that the typed text is kept, with a way to drop it, and offer what another tab holds. */
export function DraftNote({ draft }: { readonly draft: DraftState }) {
  const [other] = draft.others;
  return (
    <>
      {draft.state === "kept" && (
        <span className="text-muted text-sm">
          Draft kept{" · "}
          <button type="button" className="underline underline-offset-2 hover:text-ink" onClick={draft.discard}>
            Discard
          </button>
        </span>
      )}
      {draft.state === "full" && (
        <span className="text-reopened text-sm">
          This browser has no room to keep a draft. Save before you leave this page.
        </span>
      )}
      {other && (
        <span className="text-muted text-sm">
          Another tab holds a different draft (<RelativeTime at={new Date(other.at).toISOString()} />
          ).{" "}
          <button
            type="button"
            className="underline underline-offset-2 hover:text-ink"
            onClick={() => draft.adopt(other)}
          >
            Show it
          </button>
        </span>
      )}
    </>
  );
}

/** A plain form whose typed text survives; for writes use ActionForm, which keeps drafts in the same way. */
export function DraftForm({
  draftKey,
  children,
  ...form
}: ComponentProps<"form"> & {
  readonly draftKey: string;
}) {
  const ref = useRef<HTMLFormElement>(null);
  const draft = useDraft(draftKey, ref);
  return (
    <form {...form} ref={ref}>
      {children}
      <DraftNote draft={draft} />
    </form>
  );
}

/**
 * A hidden field that keeps the value it had when typing began, and travels with the draft: the version someone started
 * from, so that a change made by another person meanwhile is noticed and not overwritten.
 */
export function BaseField({ name, value }: { readonly name: string; readonly value: string | number }) {
  const { dirty } = useFormStatusOf();
  const ref = useRef<HTMLInputElement>(null);
  const [held, setHeld] = useState(value);
  if (!dirty && held !== value) setHeld(value);
  useEffect(() => {
    // A restored draft wrote its own base past React; once that is saved, the server's stands again.
    if (!dirty && ref.current) ref.current.value = String(value);
  }, [dirty, value]);
  // The same element until the held value changes: React would else write it over what the draft restored.
  return useMemo(
    () => <input ref={ref} type="hidden" name={name} defaultValue={held} data-draft="base" />,
    [name, held],
  );
}
