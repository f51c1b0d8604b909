import { ButtonLink } from "@/app/_ui/button";
import { Trouble } from "@/app/_ui/trouble";

/** Something that is not in this newsroom: not there and not yours are the same answer. */
export default function NotFound() {
  return (
    <Trouble
      title="There is nothing at this address"
      actions={
        <>
          <ButtonLink href="/" variant="filled">
            Go to the desk
          </ButtonLink>
          <ButtonLink href="/articles">Articles</ButtonLink>
          <ButtonLink href="/claims">Claims</ButtonLink>
        </>
      }
    >
      <p>
        The link may be incomplete, or what it led to is not in your newsroom. Claims that were merged live on in the
        claim they were merged into.
      </p>
    </Trouble>
  );
}
