#include <fmt/format.h>

#include <algorithm>

#include "tests/crm_service/sales/properties/history.h"

namespace voronka::properties {

using namespace crm::v1;

Reasons History::TakenAway(const std::function<bool(Scene&)>& edit) {
  Reasons reasons;
  for (const auto deal_id : deals_) {
    const auto before = world_.SceneOf(deal_id);
    auto after = before;
    if (!edit(after)) continue;
    const auto pipeline = world_.PipelineOf(before.deal.pipeline());
    reasons.merge(BrokenByChange(BlanksOf(pipeline, before), BlanksOf(pipeline, after)));
  }
  return reasons;
}

void History::UpdateDeal() {
  const auto before = world_.SceneOf(AnyDeal());
  const auto deal_id = before.deal.id();
  UpdateDealRequest request;
  request.set_deal_id(deal_id);
  const auto edit = RandomDealEdit(dice_, palette_);
  *request.mutable_deal() = edit.change;
  *request.mutable_update_mask() = edit.mask;
  auto after = before;
  after.deal = After(before.deal, edit);
  if (edit.mask.paths().empty() || dice_.Once(5)) {
    request.mutable_update_mask()->add_paths("contact_id");
    request.mutable_deal()->set_contact_id(dice_.Once(3) ? 0 : OneOf(dice_, contacts_));
    after.deal.set_contact_id(request.deal().contact_id());
    after.contact = world_.ContactOf(after.deal.contact_id());
    const bool is_other = after.deal.contact_id() != before.deal.contact_id();
    if (is_other && after.contact && after.deal.company_id() == 0) {
      after.deal.set_company_id(after.contact->company_id());
      after.company = world_.CompanyOf(after.deal.company_id());
    }
  }
  auto& writer = WriterOf(before.deal);
  const auto pipeline = world_.PipelineOf(before.deal.pipeline());
  const auto expected = writer.MayChange(before.deal)
                            ? BrokenByChange(BlanksOf(pipeline, before), BlanksOf(pipeline, after))
                            : NotResponsible();
  chronicle_.Expect(Send<Deal>(writer, request, deal_id), expected, deal_id);
  if (!expected.empty()) chronicle_.ExpectUnchanged(before, deal_id);
}

void History::UpdateContact() {
  UpdateContactRequest request;
  request.set_contact_id(OneOf(dice_, contacts_));
  const auto edit = RandomContactEdit(dice_, palette_, [this] { return world_.NewPhone(); });
  if (edit.mask.paths().empty()) return;
  *request.mutable_contact() = edit.change;
  *request.mutable_update_mask() = edit.mask;
  const auto expected = TakenAway([&](Scene& scene) {
    if (!scene.contact || scene.contact->id() != request.contact_id()) return false;
    scene.contact = After(*scene.contact, edit);
    return true;
  });
  chronicle_.Expect(Send<Contact>(AnyWriter(), request, 0), expected, 0);
}

void History::UpdateCompany() {
  UpdateCompanyRequest request;
  request.set_company_id(OneOf(dice_, companies_));
  const auto edit = RandomCompanyEdit(dice_, palette_);
  if (edit.mask.paths().empty()) return;
  *request.mutable_company() = edit.change;
  *request.mutable_update_mask() = edit.mask;
  const auto expected = TakenAway([&](Scene& scene) {
    if (!scene.company || scene.company->id() != request.company_id()) return false;
    scene.company = After(*scene.company, edit);
    return true;
  });
  chronicle_.Expect(Send<Company>(AnyWriter(), request, 0), expected, 0);
}

void History::UpdatePipeline() {
  UpdatePipelineRequest request;
  const auto before = world_.PipelineOf(OneOf(dice_, pipelines_));
  *request.mutable_pipeline() = Changed(dice_, before, palette_);
  const bool is_stale = dice_.Once(5);
  request.set_etag(is_stale ? before.etag() + 1 : before.etag());
  bool loses_deals = false;
  for (const auto deal_id : deals_) {
    const auto deal = world_.SceneOf(deal_id).deal;
    const auto& stages = request.pipeline().stages();
    const bool has_stage = std::ranges::find(stages, deal.stage(), &Stage::key) != stages.end();
    loses_deals = loses_deals || (deal.pipeline() == before.key() && !has_stage);
  }
  const auto answer = Send<Pipeline>(world_.admin(), request, 0);
  const std::string said = answer.failure ? answer.failure->reason() : "";
  const std::string expected = is_stale ? "STALE_ETAG" : loses_deals ? "STAGE_IN_USE" : "";
  if (said != expected) chronicle_.Find(fmt::format("A configuration: {} instead of {}", said, expected), 0);
}

}  // namespace voronka::properties
