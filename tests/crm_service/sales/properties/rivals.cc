#include "tests/crm_service/sales/properties/rivals.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace voronka::properties {
namespace {

using namespace crm::v1;

constexpr int kWritesOfEach = 20;
constexpr int kChangesOfEach = 6;
constexpr char kExtraStage[] = "extra";

// Where a deal was before.
struct Beginning {
  google::protobuf::Timestamp stage_enter_time;
  Blanks blanks;
};

class Contest {
 public:
  Contest(World& world, const History& history, uint64_t seed)
      : world_(world), history_(history), seed_(seed), deals_(history.deals()) {
    for (const auto& key : history.pipelines()) {
      const auto pipeline = world_.PipelineOf(key);
      for (const auto& stage : pipeline.stages()) stages_.emplace_back(key, stage.key());
      stages_.emplace_back(key, kExtraStage);
    }
    for (const auto deal_id : deals_) {
      const auto scene = world_.SceneOf(deal_id);
      const auto pipeline = world_.PipelineOf(scene.deal.pipeline());
      beginnings_[deal_id] = {scene.deal.stage_enter_time(), BlanksOf(pipeline, scene)};
    }
  }

  std::string Run() {
    std::vector<std::jthread> threads;
    for (int i = 0; i < world_.writers(); ++i) {
      threads.emplace_back([this, i] { WriteAs(world_.writer(i), seed_ + 1000 * i); });
    }
    for (int i = 0; i < 2; ++i) {
      threads.emplace_back([this, i] { Configure(seed_ + 100'000 + i, i); });
    }
    threads.clear();
    CheckDeals();
    CheckConfiguration();
    return finding_;
  }

 private:
  void Find(const std::string& what) {
    const std::lock_guard lock(mutex_);
    if (finding_.empty()) finding_ = fmt::format("{}\nRepeat with VORONKA_SEED={}", what, seed_);
  }

  int64_t AnyDeal(Dice& dice) {
    const std::lock_guard lock(mutex_);
    return OneOf(dice, deals_);
  }

  // Whether it was not refused. Refusals are as the rules want; anything else is a bug.
  template <class Response>
  std::optional<Response> Send(Writer& writer, const google::protobuf::Message& request) {
    try {
      return writer.client().Call<Response>(request);
    } catch (const client::CallFailed& failure) {
      const bool is_bug = failure.code() == grpc::StatusCode::INTERNAL || failure.code() == grpc::StatusCode::UNKNOWN;
      if (is_bug) Find(fmt::format("{}: {}", request.ShortDebugString(), failure.what()));
      return std::nullopt;
    }
  }

  void WriteAs(Writer& writer, uint64_t seed) {
    Dice dice(seed);
    for (int i = 0; i < kWritesOfEach; ++i) {
      const int act = dice.Throw(8);
      if (act == 0) Create(writer, dice);
      if (act == 1) UpdateContact(writer, dice);
      if (act == 2) UpdateCompany(writer, dice);
      if (act == 3 || act == 4) UpdateDeal(writer, dice);
      if (act >= 5) Move(writer, dice);
    }
  }

  void Create(Writer& writer, Dice& dice) {
    CreateDealRequest request;
    *request.mutable_deal() = RandomDealEdit(dice, history_.palette()).change;
    const auto& [pipeline, stage] = OneOf(dice, stages_);
    request.mutable_deal()->set_pipeline(pipeline);
    request.mutable_deal()->set_stage(stage);
    request.mutable_deal()->set_contact_id(OneOf(dice, history_.contacts()));
    const auto created = Send<Deal>(writer, request);
    if (!created) return;
    const std::lock_guard lock(mutex_);
    deals_.push_back(created->id());
  }

  void UpdateDeal(Writer& writer, Dice& dice) {
    const auto edit = RandomDealEdit(dice, history_.palette());
    UpdateDealRequest request;
    request.set_deal_id(AnyDeal(dice));
    *request.mutable_deal() = edit.change;
    *request.mutable_update_mask() = edit.mask;
    if (dice.Once(3)) {
      request.mutable_update_mask()->add_paths("contact_id");
      request.mutable_deal()->set_contact_id(dice.Once(3) ? 0 : OneOf(dice, history_.contacts()));
    }
    Send<Deal>(writer, request);
  }

  void UpdateContact(Writer& writer, Dice& dice) {
    const auto edit = RandomContactEdit(dice, history_.palette(), [this] { return world_.NewPhone(); });
    UpdateContactRequest request;
    request.set_contact_id(OneOf(dice, history_.contacts()));
    *request.mutable_contact() = edit.change;
    *request.mutable_update_mask() = edit.mask;
    Send<Contact>(writer, request);
  }

  void UpdateCompany(Writer& writer, Dice& dice) {
    const auto edit = RandomCompanyEdit(dice, history_.palette());
    UpdateCompanyRequest request;
    request.set_company_id(OneOf(dice, history_.companies()));
    *request.mutable_company() = edit.change;
    *request.mutable_update_mask() = edit.mask;
    Send<Company>(writer, request);
  }

  void Move(Writer& writer, Dice& dice) {
    const auto edit = RandomDealEdit(dice, history_.palette());
    const auto& [pipeline, stage] = OneOf(dice, stages_);
    MoveDealRequest request;
    request.set_deal_id(AnyDeal(dice));
    request.set_pipeline(pipeline);
    request.set_stage(stage);
    request.set_comment("Договорились");
    request.set_loss_comment("Договорились");
    request.set_loss_reason("price");
    *request.mutable_deal() = edit.change;
    *request.mutable_update_mask() = edit.mask;
    Send<Deal>(writer, request);
  }

  // Each change leaves a mark, a rule that nobody else takes away.
  void Configure(uint64_t seed, int admin) {
    Dice dice(seed);
    for (int i = 0; i < kChangesOfEach; ++i) {
      const auto& key = OneOf(dice, history_.pipelines());
      const auto mark = fmt::format("mark{}x{}", admin, i);
      const auto before = world_.PipelineOf(key);
      UpdatePipelineRequest request;
      *request.mutable_pipeline() = Marked(Toggled(before), mark);
      request.set_etag(before.etag());
      if (!Send<Pipeline>(world_.admin(), request)) continue;
      const std::lock_guard lock(mutex_);
      marks_.emplace_back(key, mark);
    }
  }

  // With the extra stage, or without it.
  static Pipeline Toggled(Pipeline pipeline) {
    auto& stages = *pipeline.mutable_stages();
    const auto extra = std::ranges::find(stages, std::string(kExtraStage), &Stage::key);
    if (extra != stages.end()) {
      stages.erase(extra);
      return pipeline;
    }
    const auto closing = std::ranges::find(stages, Stage::KIND_WON, &Stage::kind) - stages.begin();
    auto& stage = *stages.Add();
    stage.set_key(kExtraStage);
    stage.set_name("Ещё один");
    stage.set_kind(Stage::KIND_OPEN);
    std::rotate(stages.begin() + closing, stages.end() - 1, stages.end());
    return pipeline;
  }

  static Pipeline Marked(Pipeline pipeline, const std::string& mark) {
    auto& rule = *pipeline.mutable_stages()->rbegin()->add_rules();
    rule.set_key(mark);
    rule.set_binding(StageRule::BINDING_LEAVE);
    rule.mutable_comment();
    return pipeline;
  }

  void CheckDeals() {
    for (const auto deal_id : deals_) {
      const auto scene = world_.SceneOf(deal_id);
      const auto pipeline = world_.PipelineOf(scene.deal.pipeline());
      const auto stage = std::ranges::find(pipeline.stages(), scene.deal.stage(), &Stage::key);
      if (stage == pipeline.stages().end()) {
        Find("A deal is on a stage that is gone: " + scene.deal.ShortDebugString());
        continue;
      }
      const auto broken = BrokenByChange(BlanksBefore(scene.deal), BlanksOf(pipeline, scene));
      if (!broken.empty()) Find(fmt::format("{} of {}", *broken.begin(), scene.deal.ShortDebugString()));
    }
  }

  // What may be missing because it was before the deal came under the rule, and the deal has not moved.
  Blanks BlanksBefore(const Deal& deal) const {
    const auto begun = beginnings_.find(deal.id());
    if (begun == beginnings_.end()) return {};
    const bool has_moved = begun->second.stage_enter_time != deal.stage_enter_time();
    return has_moved ? Blanks() : begun->second.blanks;
  }

  void CheckConfiguration() {
    for (const auto& [key, mark] : marks_) {
      const auto pipeline = world_.PipelineOf(key);
      const auto& rules = pipeline.stages().rbegin()->rules();
      if (std::ranges::find(rules, mark, &StageRule::key) == rules.end()) Find("Somebody has overwritten " + mark);
    }
  }

  World& world_;
  const History& history_;
  const uint64_t seed_;
  // Keys of pipelines and stages.
  std::vector<std::pair<std::string, std::string>> stages_;
  std::map<int64_t, Beginning> beginnings_;
  std::mutex mutex_;
  std::vector<int64_t> deals_;
  std::vector<std::pair<std::string, std::string>> marks_;
  std::string finding_;
};

}  // namespace

std::string WriteAtOnce(World& world, const History& history, uint64_t seed) {
  return Contest(world, history, seed).Run();
}

}  // namespace voronka::properties
