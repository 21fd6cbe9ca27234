import { verdictOf } from "../../scripts/manifest/microsoft-validation";

test("an accepted manifest is accepted, with what the service remarks", () => {
  const report = { status: "Accepted", warnings: [{ title: "Icon", content: "is small" }] };
  expect(verdictOf({ isValid: true, report })).toEqual({
    verdict: "accepted",
    lines: ["✓ Microsoft's validation accepts it.", "  Icon · is small"],
  });
});

test("a refused manifest is refused, with the reasons", () => {
  const report = {
    status: "Rejected",
    errors: [{ title: "Id", content: "is taken", helpUrl: "https://example.com" }],
  };
  expect(verdictOf({ isValid: false, report })).toEqual({
    verdict: "refused",
    lines: ["✗ Microsoft's validation refuses it.", "  Id · is taken · https://example.com"],
  });
});

test("an answer without a report is no verdict", () => {
  expect(verdictOf({ isValid: false, status: 503, statusText: "Service Unavailable" })).toEqual({
    verdict: "unreachable",
    lines: ["– Microsoft's validation did NOT run: its service answered 503 Service Unavailable."],
  });
});
