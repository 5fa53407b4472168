#include "tests/crm_service/sales/properties/oracle.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <string>

#include "tests/crm_service/sales/properties/oracle_values.h"

namespace voronka::properties {
namespace {

using namespace crm::v1;

template <class Items>
bool Has(const Items& items, const std::string& wanted) {
  return std::find(items.begin(), items.end(), wanted) != items.end();
}

bool IsClosing(const Stage& stage) { return stage.kind() == Stage::KIND_WON || stage.kind() == Stage::KIND_LOST; }

const Stage* Find(const Pipeline& pipeline, const std::string& key) {
  for (const auto& stage : pipeline.stages()) {
    if (stage.key() == key) return &stage;
  }
  return nullptr;
}

// A way between stages; `from` is null for a new deal.
struct Path {
  const Pipeline& from_pipeline;
  const Stage* from;
  const Pipeline& to_pipeline;
  const Stage& to;

  bool IsInside() const { return from != nullptr && from_pipeline.key() == to_pipeline.key(); }
  bool IsOn() const { return !IsInside() || IsClosing(to) || to.position() > from->position(); }
  // Whoever is new, reopened or of another pipeline comes from before the first stage.
  int Begin() const { return IsInside() && !IsClosing(*from) ? from->position() : 0; }
  bool Passes(const Stage& stage) const {
    return to.kind() != Stage::KIND_LOST && !stage.parking() && !IsClosing(stage) && stage.position() > Begin() &&
           stage.position() < to.position();
  }
};

// What is said, done or agreed to before a move.
bool IsDoneFirst(const StageRule& rule) {
  return rule.has_comment() || rule.has_task() || rule.has_attempts() || rule.has_approval() || rule.has_checklist();
}

bool AsksForValues(const StageRule& rule) { return rule.has_fields() || rule.has_questionnaire(); }

bool BindsLeaving(const StageRule& rule, const Path& path) {
  return path.IsOn() || !(AsksForValues(rule) || IsDoneFirst(rule));
}

bool BindsPassing(const StageRule& rule) {
  return AsksForValues(rule) || rule.has_roles() || rule.has_task() || rule.has_never() || rule.has_approval();
}

bool IsExcepted(const StageRule& rule, bool is_of_target, const Path& path) {
  return (rule.except_lost() && path.to.kind() == Stage::KIND_LOST) ||
         (rule.except_won() && path.to.kind() == Stage::KIND_WON) ||
         (is_of_target && Has(rule.except_stages(), path.to.key()));
}

// A rule of a stage of the pipeline that the deal comes to.
bool BindsThere(const Stage& stage, const StageRule& rule, const Path& path) {
  if (rule.binding() == StageRule::BINDING_ENTER) {
    const bool names = rule.only_stages().empty() || (path.IsInside() && Has(rule.only_stages(), path.from->key()));
    return stage.key() == path.to.key() && names;
  }
  if (rule.binding() == StageRule::BINDING_LEAVE) {
    const bool names = rule.only_stages().empty() || Has(rule.only_stages(), path.to.key());
    const bool is_left = path.IsInside() && stage.key() == path.from->key();
    return names && ((is_left && BindsLeaving(rule, path)) || (path.Passes(stage) && BindsPassing(rule)));
  }
  return path.to.kind() != Stage::KIND_LOST && stage.kind() != Stage::KIND_LOST &&
         stage.position() <= path.to.position();
}

// A rule of the stage that is left for another pipeline.
bool BindsHere(const StageRule& rule, const Path& path) {
  return rule.binding() == StageRule::BINDING_LEAVE && rule.only_stages().empty() && BindsLeaving(rule, path);
}

// The fields that must say something: those that the rule names, or those of the questions that it asks for.
std::vector<std::string> FieldsWanted(const Stage& stage, const StageRule& rule, const Scene& scene) {
  std::vector<std::string> wanted(rule.fields().fields().begin(), rule.fields().fields().end());
  if (!rule.has_questionnaire()) return wanted;
  for (const auto& question : stage.questionnaire().questions()) {
    const bool is_asked = !question.has_condition() || IsTrue(question.condition(), scene);
    if (question.required() && is_asked) wanted.push_back(question.field());
  }
  return wanted;
}

class Judge {
 public:
  Judge(const Path& path, const Scene& scene, options::v1::Role role, bool has_comment)
      : path_(path), scene_(scene), role_(role), has_comment_(has_comment) {}

  Reasons Reasoned() {
    ForEachThatBinds([this](const Stage& stage, const StageRule& rule) { Ask(stage, rule); });
    return reasons_;
  }

  std::string AgreedTo() const {
    std::set<std::string> fields = {"deal.amount", "deal.contact_id", "deal.company_id"};
    std::set<std::string> conditions;
    ForEachThatBinds([&](const Stage&, const StageRule& rule) {
      if (!rule.has_approval() || !rule.has_condition()) return;
      conditions.insert(rule.condition().ShortDebugString());
      AddFieldsOf(rule.condition(), fields);
    });
    std::string agreed;
    for (const auto& condition : conditions) agreed += condition + "\n";
    for (const auto& field : fields) {
      agreed += field + "\n";
      for (const auto& value : ValuesOf(field, scene_)) agreed += " " + value.ShortDebugString() + "\n";
    }
    return agreed;
  }

 private:
  template <class Visit>
  void ForEachThatBinds(const Visit& visit) const {
    for (const auto& stage : path_.to_pipeline.stages()) {
      for (const auto& rule : stage.rules()) {
        if (BindsThere(stage, rule, path_) && !IsExcepted(rule, true, path_)) visit(stage, rule);
      }
    }
    if (path_.from == nullptr || path_.IsInside()) return;
    for (const auto& rule : path_.from->rules()) {
      if (BindsHere(rule, path_) && !IsExcepted(rule, false, path_)) visit(*path_.from, rule);
    }
  }

  void Unless(bool kept, const std::string& reason, const std::string& field) {
    if (!kept) reasons_.insert(Reason(reason, field));
  }

  void Ask(const Stage& stage, const StageRule& rule) {
    if (rule.has_condition() && !IsTrue(rule.condition(), scene_)) return;
    // Before a deal is there, nothing is said or done. Only those who may agree need nobody's agreement.
    if (path_.from == nullptr && IsDoneFirst(rule) && !rule.has_approval()) return;
    for (const auto& field : FieldsWanted(stage, rule, scene_)) {
      Unless(!ValuesOf(field, scene_).empty(), "FIELD_REQUIRED", PlaceOf(field));
    }
    if (rule.has_comment()) Unless(has_comment_, "COMMENT_REQUIRED", "");
    if (rule.has_roles()) Unless(IsAmongRoles(rule), "ROLE_NOT_ALLOWED", "stage");
    if (rule.has_stages()) Unless(IsAllowedWay(rule), "TRANSITION_NOT_ALLOWED", "stage");
    if (rule.has_task()) Unless(scene_.has_open_task, "TASK_REQUIRED", "deal_id");
    if (rule.has_never()) Unless(false, "NOT_FOR_THIS_DEAL", "stage");
    if (rule.has_attempts()) {
      Unless(Attempts(rule.attempts().in_all()) >= rule.attempts().at_least(), "ATTEMPTS_REQUIRED", "stage");
    }
    if (rule.has_approval()) AskForApproval(rule.approval());
    if (rule.has_checklist()) AskForTicks(stage);
  }

  bool IsAmongRoles(const StageRule& rule) const {
    const auto& roles = rule.roles().roles();
    return std::find(roles.begin(), roles.end(), role_) != roles.end();
  }

  bool IsAllowedWay(const StageRule& rule) const {
    const auto& stages = rule.stages().stages();
    if (path_.IsInside()) {
      return Has(stages, rule.binding() == StageRule::BINDING_LEAVE ? path_.to.key() : path_.from->key());
    }
    // Moves to and from other pipelines too. Whoever begins on a stage comes from nowhere.
    return path_.from == nullptr;
  }

  int Attempts(bool in_all) const {
    return static_cast<int>(std::count_if(scene_.activities.begin(), scene_.activities.end(), [&](const auto& done) {
      return done.direction() != Activity::DIRECTION_INCOMING && !done.reached() &&
             (in_all || !(done.time() < scene_.deal.stage_enter_time()));
    }));
  }

  void AskForApproval(const ApprovalAsk& ask) {
    if (role_ >= ask.role() && role_ <= options::v1::ROLE_ADMIN) return;
    const auto agreed_to = AgreedTo();
    for (const auto& approval : scene_.approvals) {
      const bool counts = approval.pipeline() == path_.to_pipeline.key() && approval.stage() == path_.to.key() &&
                          approval.role() >= ask.role() && approval.state() != Approval::STATE_WITHDRAWN &&
                          !(approval.create_time() < scene_.deal.stage_enter_time()) &&
                          scene_.agreed_to.at(approval.id()) == agreed_to;
      if (!counts) continue;
      Unless(approval.state() != Approval::STATE_ASKED, "APPROVAL_AWAITED", "stage");
      Unless(approval.state() != Approval::STATE_REFUSED, "APPROVAL_REFUSED", "stage");
      return;
    }
    Unless(false, "APPROVAL_REQUIRED", "stage");
  }

  void AskForTicks(const Stage& stage) {
    for (const auto& item : stage.checklist()) {
      if (item.has_condition() && !IsTrue(item.condition(), scene_)) continue;
      Unless(IsTicked(stage, item), "CHECKLIST_UNFINISHED", "deal.checklist_ticks[\"" + item.key() + "\"]");
    }
  }

  bool IsTicked(const Stage& stage, const ChecklistItem& item) const {
    for (const auto& tick : scene_.deal.checklist_ticks().ticks()) {
      const bool is_here = tick.pipeline() == scene_.deal.pipeline() && tick.stage() == stage.key();
      if (is_here && tick.item() == item.key()) return true;
    }
    return false;
  }

  const Path& path_;
  const Scene& scene_;
  const options::v1::Role role_;
  const bool has_comment_;
  Reasons reasons_;
};

bool LeadsSales(options::v1::Role role) { return role != options::v1::ROLE_MANAGER; }

// Whether a closed deal may be reopened, or said anew how it ended. All deals of the test were closed just now.
bool MayReopen(const Step& step, const Deal& deal) {
  return LeadsSales(step.role) ||
         (step.is_responsible && deal.state() == Deal::STATE_LOST && step.from.reopen_days() > 0);
}

void AddOfClosed(const Step& step, const Deal& deal, Reasons& reasons) {
  if (deal.state() == Deal::STATE_OPEN) return;
  if (!MayReopen(step, deal)) {
    reasons.insert(Reason("NOT_OPEN", "deal_id"));
  } else if (!step.has_comment) {
    reasons.insert(Reason("COMMENT_REQUIRED", ""));
  }
}

}  // namespace

std::string Reason(const std::string& reason, const std::string& field) {
  return reason == "COMMENT_REQUIRED" ? reason : reason + " at " + field;
}

std::string AgreedTo(const Step& step, const Scene& scene) {
  const Path path{step.from, Find(step.from, scene.deal.stage()), step.to, *Find(step.to, step.stage)};
  return Judge(path, scene, step.role, step.has_comment).AgreedTo();
}

Reasons BrokenBy(const Step& step, const Scene& scene) {
  const auto& to = *Find(step.to, step.stage);
  const Path path{step.from, Find(step.from, scene.deal.stage()), step.to, to};
  auto reasons = Judge(path, scene, step.role, step.has_comment).Reasoned();
  const bool needs_reason = to.kind() == Stage::KIND_LOST && to.loss_reason().empty() && step.loss_reason.empty();
  if (needs_reason) reasons.insert(Reason("LOSS_REASON_REQUIRED", "loss_reason"));
  AddOfClosed(step, scene.deal, reasons);
  return reasons;
}

Reasons BrokenByNew(const Pipeline& pipeline, const std::string& stage, options::v1::Role role, const Scene& scene) {
  return Judge({pipeline, nullptr, pipeline, *Find(pipeline, stage)}, scene, role, false).Reasoned();
}

Blanks BlanksOf(const Pipeline& pipeline, const Scene& scene) {
  Blanks blanks;
  const auto* stands = Find(pipeline, scene.deal.stage());
  if (stands == nullptr || scene.deal.state() != Deal::STATE_OPEN) return blanks;
  const Path path{pipeline, stands, pipeline, *stands};
  for (const auto& stage : pipeline.stages()) {
    for (const auto& rule : stage.rules()) {
      if (rule.binding() != StageRule::BINDING_FROM_HERE_ON || !BindsThere(stage, rule, path)) continue;
      if (IsExcepted(rule, true, path) || (rule.has_condition() && !IsTrue(rule.condition(), scene))) continue;
      for (const auto& field : FieldsWanted(stage, rule, scene)) {
        if (ValuesOf(field, scene).empty()) blanks.emplace(stage.key() + "/" + rule.key(), field);
      }
    }
  }
  return blanks;
}

Reasons BrokenByChange(const Blanks& before, const Blanks& after) {
  Reasons reasons;
  for (const auto& blank : after) {
    if (!before.contains(blank)) reasons.insert(Reason("FIELD_REQUIRED", PlaceOf(blank.second)));
  }
  return reasons;
}

}  // namespace voronka::properties
