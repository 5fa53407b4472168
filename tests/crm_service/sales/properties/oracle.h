#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "voronka/crm/v1/activity.pb.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/options/v1/access.pb.h"

// What the rules of stages mean, written a second time from the comments of stage_rule.proto and condition.proto:
// small, slow and without the code that it judges.
namespace voronka::properties {

// A deal and all that rules ask about it.
struct Scene {
  crm::v1::Deal deal;
  std::optional<crm::v1::Contact> contact = {};
  std::optional<crm::v1::Company> company = {};
  std::vector<crm::v1::Activity> activities = {};
  // Newest first.
  std::vector<crm::v1::Approval> approvals = {};
  // What each of them was asked for, by id, as AgreedTo said then.
  std::map<int64_t, std::string> agreed_to = {};
  bool has_open_task = false;
};

// `REASON at field`, as a refusal names them. A comment may be given in two fields, so COMMENT_REQUIRED stands alone.
using Reasons = std::set<std::string>;

std::string Reason(const std::string& reason, const std::string& field);

struct Step {
  options::v1::Role role;
  const crm::v1::Pipeline& from;
  const crm::v1::Pipeline& to;
  // Key.
  std::string stage;
  std::string loss_reason = {};
  bool has_comment = false;
  bool is_responsible = false;
};

bool IsTrue(const crm::v1::Condition& condition, const Scene& scene);

// What somebody agrees to who agrees to the move: the same while none of it has changed.
std::string AgreedTo(const Step& step, const Scene& scene);

// What a move breaks. Empty: it succeeds.
Reasons BrokenBy(const Step& step, const Scene& scene);
// What a new deal breaks that begins on this stage.
Reasons BrokenByNew(const crm::v1::Pipeline& pipeline, const std::string& stage, options::v1::Role role,
                    const Scene& scene);

// Blank fields that rules of from here on ask of a deal where it stands: the stage and the rule, and the field.
using Blanks = std::set<std::pair<std::string, std::string>>;
Blanks BlanksOf(const crm::v1::Pipeline& pipeline, const Scene& scene);
// What a change that leaves these blank breaks.
Reasons BrokenByChange(const Blanks& before, const Blanks& after);

}  // namespace voronka::properties
