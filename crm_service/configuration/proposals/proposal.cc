#include "crm_service/configuration/proposals/proposal.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <iterator>

#include "crm_service/configuration/comparison/changes_between.h"
#include "crm_service/configuration/documents/syntax_words.h"
#include "crm_service/configuration/proposals/document_check.h"
#include "crm_service/configuration/proposals/use_check.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;
using rpc::Code;

void AddObjections(Code code, const rpc::Violations& violations, const ReadDocument& wanted,
                   std::vector<Objection>& objections) {
  for (const auto& violation : violations.all()) {
    objections.push_back({code, violation, wanted.PlaceOf(violation.field)});
  }
}

void ObjectToSyntax(const ReadDocument& wanted, std::vector<Objection>& objections) {
  for (const auto& error : wanted.errors()) {
    objections.push_back({Code::kInvalidArgument, {"SYNTAX_ERROR", "", SyntaxWords(error.text)}, error.place});
  }
}

rpc::Violation WithLine(const Objection& objection) {
  auto violation = objection.violation;
  if (objection.place.line == 0) return violation;
  violation.text.en = fmt::format("Line {}: {}", objection.place.line, violation.text.en);
  violation.text.ru = fmt::format("Строка {}: {}", objection.place.line, violation.text.ru);
  return violation;
}

// A document that is wrong by itself is compared with nothing.
void Complete(rpc::Session& session, const ReadDocument& wanted, Others others, Proposal& proposal) {
  const auto& document = wanted.document();
  proposal.after = Merged(proposal.before, document, others, TimeUtil::MicrosecondsToTimestamp(session.Now()));
  proposal.differences = ChangesBetween(proposal.before, proposal.after);
  rpc::Violations together;
  CheckTogether(document, proposal.before, proposal.after, others, together);
  proposal.deal_moves = CheckedMoves(document, proposal.before, proposal.after, together);
  if (together.empty()) {
    std::ranges::move(DifferencesOf(session, proposal.deal_moves, proposal.before, proposal.after),
                      std::back_inserter(proposal.differences));
  }
  AddObjections(Code::kInvalidArgument, together, wanted, proposal.objections);
  rpc::Violations kept;
  CheckKeepsFields(document, proposal.before, proposal.after, others, kept);
  CheckDealsAllow(session, document, proposal.before, proposal.after, proposal.deal_moves, kept);
  CheckValuesAllow(session, document, proposal.before, others, kept);
  AddObjections(Code::kFailedPrecondition, kept, wanted, proposal.objections);
}

}  // namespace

Proposal Propose(rpc::Session& session, const ReadDocument& wanted, Others others) {
  Proposal proposal;
  proposal.before = ReadConfiguration(session);
  ObjectToSyntax(wanted, proposal.objections);
  if (!proposal.objections.empty()) return proposal;
  rpc::Violations violations;
  CheckDocument(wanted.document(), violations);
  AddObjections(Code::kInvalidArgument, violations, wanted, proposal.objections);
  if (violations.empty()) Complete(session, wanted, others, proposal);
  return proposal;
}

void RefuseIfAny(const std::vector<Objection>& objections) {
  if (objections.empty()) return;
  std::vector<rpc::Violation> violations;
  for (const auto& objection : objections) violations.push_back(WithLine(objection));
  const bool is_invalid = std::ranges::count(objections, Code::kInvalidArgument, &Objection::code) > 0;
  throw rpc::Error(is_invalid ? Code::kInvalidArgument : Code::kFailedPrecondition, std::move(violations));
}

}  // namespace voronka::crm
