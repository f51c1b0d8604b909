import type { DraftFields } from "./draft-store";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const SILENT = new Set(["password", "file", "submit", "button", "reset", "image"]);

/** Return the controls whose words a draft keeps: no passwords, no files; hidden ones only where they say `data-draft`. */
export function draftControls(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter((element): element is Control => {
    if (
      !(
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement
      )
    )
      return false;
    if (!element.name || element.name.startsWith("$") || element.dataset.draft === "off") return false;
    if (element.type === "hidden") return element.dataset.draft !== undefined;
    return !SILENT.has(element.type);
  });
}

/** Read what stands in a form now. */
export function readFields(form: HTMLFormElement): DraftFields {
  const fields: Record<string, string[]> = {};
  for (const control of draftControls(form)) {
    fields[control.name] ??= [];
    fields[control.name]?.push(...valuesOf(control));
  }
  return fields;
}

function valuesOf(control: Control): readonly string[] {
  if (control instanceof HTMLInputElement && isToggle(control)) return control.checked ? [control.value] : [];
  if (control instanceof HTMLSelectElement) return [...control.selectedOptions].map((option) => option.value);
  return [control.value];
}

const isToggle = (input: HTMLInputElement): boolean => input.type === "checkbox" || input.type === "radio";

/**
 * Put `fields` back into a form, as if typed, so that controlled fields follow. Returns the names the form does not show
 * (yet): a field may appear only once another has its value.
 */
export function writeFields(form: HTMLFormElement, fields: DraftFields): readonly string[] {
  const missing = new Set(Object.keys(fields).filter((name) => fields[name]?.some((value) => value !== "")));
  const plain = new Map<string, string[]>();
  for (const control of draftControls(form)) {
    const values = fields[control.name];
    if (!values) continue;
    missing.delete(control.name);
    if (control instanceof HTMLInputElement && isToggle(control)) {
      if (control.checked !== values.includes(control.value)) toggle(control, values.includes(control.value));
      continue;
    }
    const queue = plain.get(control.name) ?? [...values];
    plain.set(control.name, queue);
    const value = queue.shift();
    if (value !== undefined && value !== control.value) setValue(control, value);
  }
  return [...missing];
}

function toggle(input: HTMLInputElement, on: boolean): void {
  // A radio goes off when another goes on; a click is what every listener understands.
  if (input.type === "radio" ? on : true) input.click();
}

function setValue(control: Control, value: string): void {
  const prototype = Object.getPrototypeOf(control);
  // React overrides `value` on the element to notice changes; the prototype's setter makes it see this one.
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, value);
  control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}
