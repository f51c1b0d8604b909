import { ROLES } from "@/lib/core/policy/policy";
import type { SettingsView } from "@/lib/people/schema";

/** The policy as a table: what may be done, by which roles. */
export function WhoMay({ policy }: { readonly policy: SettingsView["policy"] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard.
    <section aria-label="Table of roles" tabIndex={0} className="-mt-4 relative overflow-x-auto">
      <table className="w-full min-w-120 border-collapse">
        <thead>
          <tr className="border-line border-b text-left text-muted text-sm">
            <th scope="col" className="h-9 font-normal">
              May
            </th>
            {ROLES.map((role) => (
              <th key={role} scope="col" className="w-18 px-1 text-center font-normal first-letter:uppercase">
                {role}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {policy.map((line) => (
            <tr key={line.action} className="border-line border-b hover:bg-sunken/60">
              <th scope="row" className="h-9 pr-4 text-left font-normal first-letter:uppercase">
                {line.words}
              </th>
              {ROLES.map((role) => (
                <td key={role} className="px-1 text-center">
                  {line.roles.includes(role) ? (
                    <svg role="img" aria-label="yes" viewBox="0 0 16 16" fill="none" className="inline-block size-4">
                      <path
                        d="m3.5 8.5 3 3 6-7"
                        stroke="currentColor"
                        strokeWidth="1.5"
                        strokeLinecap="round"
                        strokeLinejoin="round"
                      />
                    </svg>
                  ) : (
                    <span className="sr-only">no</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
