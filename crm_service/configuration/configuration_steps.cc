#include "crm_service/configuration/configuration_steps.h"

#include <utility>

#include "crm_service/configuration/documents/document.h"
#include "crm_service/configuration/documents/document_queues.h"
#include "crm_service/configuration/proposals/carry_out.h"
#include "crm_service/configuration/proposals/proposal.h"
#include "crm_service/configuration/solutions/solutions.h"
#include "crm_service/log/versions/configuration_versions.h"
#include "crm_service/people/accounts/accounts.h"
#include "foundation/rpc/requests/etag.h"

namespace voronka::crm {

using rpc::Session;
using v1::ApplyConfigurationRequest;
using v1::ConfigurationPlan;
using v1::ConfigurationVersion;

namespace {

// The document that a request names. Throws INVALID_ARGUMENT (SOURCE_REQUIRED), NOT_FOUND.
template <class Request>
ReadDocument Wanted(Session& session, const Request& request) {
  switch (request.source_case()) {
    case Request::kFile:
      return ReadDocument(request.file());
    case Request::kSolution:
      return ReadDocument(GetSolution(request.solution()).file());
    case Request::kRestoredVersion:
      return ReadDocument(DocumentOf(ReadConfigurationAt(session, request.restored_version())));
    default:
      throw rpc::Error(
          rpc::Code::kInvalidArgument,
          {"SOURCE_REQUIRED", "file", {"Name a file, a solution or a version.", "Укажите файл, решение или версию."}});
  }
}

// A version is returned to as a whole.
template <class Request>
Proposal ProposeWanted(Session& session, const Request& request) {
  const bool others_go = request.remove_others() || request.source_case() == Request::kRestoredVersion;
  return Propose(session, Wanted(session, request), others_go ? Others::kGo : Others::kStay);
}

v1::ConfigurationProblem ProblemOf(const Objection& objection, const std::string& locale) {
  v1::ConfigurationProblem problem;
  problem.set_line(objection.place.line);
  problem.set_column(objection.place.column);
  problem.set_path(objection.violation.field);
  problem.set_reason(objection.violation.reason);
  problem.set_text(rpc::InLanguage(locale, objection.violation.text));
  return problem;
}

ConfigurationPlan PlanOf(const Session& session, const Proposal& proposal, int64_t version) {
  ConfigurationPlan plan;
  plan.set_version(version);
  plan.mutable_differences()->Assign(proposal.differences.begin(), proposal.differences.end());
  for (const auto& objection : proposal.objections) {
    *plan.add_problems() = ProblemOf(objection, session.caller.locale);
  }
  return plan;
}

ConfigurationVersion VersionOf(const ApplyConfigurationRequest& request) {
  ConfigurationVersion version;
  version.set_comment(request.comment());
  version.set_solution(request.solution());
  version.set_restored_version(request.restored_version());
  version.set_kind(request.has_solution()           ? ConfigurationVersion::KIND_SOLUTION
                   : request.has_restored_version() ? ConfigurationVersion::KIND_ROLLED_BACK
                                                    : ConfigurationVersion::KIND_APPLIED);
  return version;
}

// Version 0 is one like others here.
void CheckPlannedAgainst(Session& session, const ApplyConfigurationRequest& request) {
  constexpr int64_t kNoVersion = -1;
  const auto latest = ConfigurationVersions(session).Latest();
  if (request.has_etag() && request.etag() != latest) rpc::CheckEtag(kNoVersion, latest);
}

}  // namespace

v1::GetConfigurationResponse GetConfiguration(Session& session, const v1::GetConfigurationRequest& request) {
  v1::GetConfigurationResponse response;
  response.set_version(request.has_version() ? request.version() : ConfigurationVersions(session).Latest());
  *response.mutable_configuration() = WithoutPeople(
      DocumentOf(request.has_version() ? ReadConfigurationAt(session, request.version()) : ReadConfiguration(session)));
  response.set_file(TextOf(response.configuration()));
  return response;
}

ConfigurationPlan PlanConfiguration(Session& session, const v1::PlanConfigurationRequest& request) {
  // Read first: if somebody changes the configuration meanwhile, the plan is refused as overtaken.
  const auto version = ConfigurationVersions(session).Latest();
  return PlanOf(session, ProposeWanted(session, request), version);
}

ConfigurationPlan ApplyConfiguration(Session& session, const ApplyConfigurationRequest& request) {
  Accounts(session).Lock();
  CheckPlannedAgainst(session, request);
  const auto proposal = ProposeWanted(session, request);
  RefuseIfAny(proposal.objections);
  if (!proposal.differences.empty()) {
    ConfigurationVersions(session).Begin(VersionOf(request));
    CarryOut(session, proposal.before, proposal.after, proposal.deal_moves);
  }
  return PlanOf(session, proposal, ConfigurationVersions(session).Latest());
}

v1::ListSolutionsResponse ListSolutions(Session&, const v1::ListSolutionsRequest&) {
  v1::ListSolutionsResponse response;
  for (const auto& solution : AllSolutions()) *response.add_solutions() = solution;
  return response;
}

}  // namespace voronka::crm
