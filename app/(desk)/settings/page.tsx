import type { Metadata } from "next";
import Link from "next/link";
import { loadStrengths } from "@/lib/claims/queries";
import { loadKeys } from "@/lib/packages/queries";
import { loadSettings } from "@/lib/people/queries";
import { requireActor } from "@/lib/platform/session";
import { loadTokens } from "@/lib/tokens/queries";
import { PageBody, PageHeader } from "../_shell/page-header";
import type { SearchParams } from "../_shell/search-params";
import { Invitations } from "./_settings/invitations";
import { Members } from "./_settings/members";
import { FourEyesForm, NewsroomNameForm, RewordedForm, SourcingRuleForm } from "./_settings/newsroom-forms";
import { NameForm, PasswordForm, Sessions } from "./_settings/own-forms";
import { PublishingFacts, PublishingForm } from "./_settings/publishing-form";
import { ScaleEditor, ScaleList } from "./_settings/scale-editor";
import { SettingsSection } from "./_settings/settings-section";
import { SigningKeys } from "./_settings/signing-keys";
import { sourcingSentence } from "./_settings/sourcing-sentence";
import { Tokens } from "./_settings/tokens";
import { WeightsEditor, WeightsList } from "./_settings/weights-editor";
import { WeightsNotes } from "./_settings/weights-notes";
import { WhoMay } from "./_settings/who-may";

export const metadata: Metadata = { title: "Settings" };

const PARTS = [
  { id: "members", label: "Members" },
  { id: "verdicts", label: "Verdict scale" },
  { id: "weights", label: "Worth checking" },
  { id: "newsroom", label: "Newsroom" },
  { id: "publishing", label: "Publishing" },
  { id: "signing-key", label: "Signing key" },
  { id: "tokens", label: "Other programs" },
  { id: "ledger", label: "Ledger" },
  { id: "jobs", label: "Background" },
  { id: "me", label: "You" },
  { id: "who-may", label: "Who may do what" },
] as const;

/** Parts that only those who run the newsroom see. */
const MANAGED: ReadonlySet<string> = new Set(["ledger", "tokens", "jobs"]);

export default async function SettingsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor("/settings");
  const { article } = await searchParams;
  const settings = await loadSettings(actor);
  const { newsroom, may } = settings;
  const strengths = may.manageSettings
    ? await loadStrengths(actor, typeof article === "string" ? article : null)
    : null;
  const keys = await loadKeys(actor);
  const tokens = may.manageSettings ? await loadTokens(actor) : [];
  return (
    <>
      <PageHeader title="Settings" meta={newsroom.name} />
      <PageBody className="grid gap-x-12 xl:grid-cols-[10rem_minmax(0,46rem)]">
        <nav aria-label="Parts of the settings" className="max-xl:hidden">
          <ul className="sticky top-6 flex flex-col gap-1.5">
            {PARTS.filter(({ id }) => may.manageSettings || !MANAGED.has(id)).map((part) => (
              <li key={part.id}>
                <a href={`#${part.id}`} className="text-muted hover:text-ink hover:underline hover:underline-offset-3">
                  {part.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex min-w-0 max-w-184 flex-col gap-12">
          <SettingsSection id="members" title="Members" words="Everyone who can come in, and what they are here.">
            <Members members={settings.members} mayManage={may.manageMembers} myRole={settings.me.role} />
            {may.manageMembers && <Invitations invitations={settings.invitations} myRole={settings.me.role} />}
          </SettingsSection>
          <SettingsSection
            id="verdicts"
            title="Verdict scale"
            words="The verdicts a claim can get, best first. Their meanings stand in every report."
          >
            {may.manageSettings ? (
              <ScaleEditor scale={newsroom.scale} rev={newsroom.rev} inUse={newsroom.inUse} />
            ) : (
              <ScaleList scale={newsroom.scale} />
            )}
          </SettingsSection>
          <SettingsSection
            id="weights"
            title="What is worth checking first"
            words="How strongly each thing a sentence does speaks for checking it, or against. The scores of all claims follow."
          >
            {strengths ? (
              <WeightsEditor weights={newsroom.weights} rev={newsroom.rev} strengths={strengths} />
            ) : (
              <WeightsList weights={newsroom.weights} />
            )}
            <WeightsNotes changed={newsroom.weights.changed} left={strengths?.left ?? 0} />
          </SettingsSection>
          <SettingsSection id="newsroom" title="Newsroom" words="Its name heads every report.">
            {may.manageSettings ? (
              <>
                <NewsroomNameForm name={newsroom.name} rev={newsroom.rev} />
                <FourEyesForm fourEyes={newsroom.fourEyes} rev={newsroom.rev} />
                <RewordedForm keeps={newsroom.rewordedKeepsSignOff} rev={newsroom.rev} />
                <SourcingRuleForm rule={newsroom.sourcingRule} rev={newsroom.rev} />
              </>
            ) : (
              <p>
                {newsroom.name}.{" "}
                {newsroom.fourEyes
                  ? "Whoever proposes a verdict does not sign it off."
                  : "The person who proposes a verdict may sign it off."}{" "}
                {newsroom.rewordedKeepsSignOff
                  ? "A sign-off stays when a new version only rewords the claim."
                  : "A sign-off falls when a new version changes any word of the claim."}{" "}
                {sourcingSentence(newsroom.sourcingRule)}
              </p>
            )}
          </SettingsSection>
          <SettingsSection
            id="publishing"
            title="Publishing"
            words="What published reports and fact-check markup say of the newsroom, and how they rate verdicts."
          >
            {may.manageSettings ? (
              <PublishingForm publishing={newsroom.publishing} scale={newsroom.scale} rev={newsroom.rev} />
            ) : (
              <PublishingFacts publishing={newsroom.publishing} scale={newsroom.scale} />
            )}
          </SettingsSection>
          <SettingsSection
            id="signing-key"
            title="Signing key"
            words="Signs backup packages, so that an outsider can tell that they are yours and whole."
          >
            <SigningKeys keys={keys} address={`/r/keys/${newsroom.id}`} />
          </SettingsSection>
          {may.manageSettings && (
            <SettingsSection
              id="tokens"
              title="Access for other programs"
              words="Lets your publishing system ask whether a text is still the checked one. A token only reads."
            >
              <Tokens tokens={tokens} />
            </SettingsSection>
          )}
          {may.manageSettings && (
            <SettingsSection id="ledger" title="Ledger" words="Who changed members, settings and sources, and when.">
              <p>
                <Link
                  href="/settings/ledger"
                  className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                >
                  Open the newsroom’s ledger
                </Link>
              </p>
            </SettingsSection>
          )}
          {may.manageSettings && (
            <SettingsSection
              id="jobs"
              title="Work in the background"
              words="Pages that are fetched, quotes that are looked for again, reports that are written."
            >
              <p>
                <Link
                  href="/settings/jobs"
                  className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                >
                  See what waits, runs and failed
                </Link>
              </p>
            </SettingsSection>
          )}
          <SettingsSection id="me" title="You" words={settings.me.email}>
            <NameForm name={settings.me.name} />
            <PasswordForm email={settings.me.email} />
            <Sessions />
          </SettingsSection>
          <SettingsSection id="who-may" title="Who may do what" words="Roles are fixed; this is what each may do.">
            <WhoMay policy={settings.policy} />
          </SettingsSection>
        </div>
      </PageBody>
    </>
  );
}
