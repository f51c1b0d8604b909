import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

/** What was put on the page, and how to change and remove it. */
export interface Mounted {
  readonly at: HTMLElement;
  readonly render: (node: ReactNode) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Put `node` on the page as React does in the browser. */
export async function mount(node: ReactNode): Promise<Mounted> {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  const at = document.body.appendChild(document.createElement("div"));
  const root = createRoot(at);
  const render = async (next: ReactNode): Promise<void> => {
    await act(async () => root.render(next));
  };
  await render(node);
  return {
    at,
    render,
    remove: async () => {
      await act(async () => root.unmount());
      at.remove();
    },
  };
}

/** Return the one element that `selector` finds; throws when there is none. */
export function find<Kind extends Element>(at: ParentNode, selector: string, kind: new () => Kind): Kind {
  const element = at.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`There is no ${selector}: ${document.body.innerHTML.slice(0, 500)}`);
  return element;
}

/** Type `text` over what stands in a field. */
export async function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  await act(async () => {
    const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set;
    setter?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Send the form, as its button does. */
export async function send(at: ParentNode): Promise<void> {
  const form = find(at, "form", HTMLFormElement);
  await act(async () => form.requestSubmit());
}
