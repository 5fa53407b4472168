#include "tests/crm_service/sales/properties/history.h"

namespace voronka::properties {

using namespace crm::v1;

MoveDealRequest History::RandomMove(const Scene& scene) {
  MoveDealRequest move;
  move.set_deal_id(scene.deal.id());
  // Mostly inside the pipeline.
  const auto key = dice_.Once(4) ? OneOf(dice_, pipelines_) : scene.deal.pipeline();
  const auto pipeline = world_.PipelineOf(key);
  if (key != scene.deal.pipeline() || dice_.Once(3)) move.set_pipeline(key);
  move.set_stage(AnyStage(pipeline));
  return move;
}

Step History::StepOf(const Writer& writer, const MoveDealRequest& move, const Pipeline& from, const Pipeline& to,
                     const Deal& deal) const {
  return {.role = writer.role(),
          .from = from,
          .to = to,
          .stage = move.stage(),
          .loss_reason = move.loss_reason(),
          .has_comment = !move.comment().empty(),
          .is_responsible = deal.responsible_user_id() == writer.user_id()};
}

Answer History::Verdict(Writer& writer, const MoveDealRequest& move) {
  CanMoveRequest request;
  request.set_deal_id(move.deal_id());
  request.set_stage(move.stage());
  request.set_pipeline(move.pipeline());
  Answer answer;
  try {
    const auto response = writer.client().Call<CanMoveResponse>(request);
    for (const auto& violation : response.verdicts(0).violations()) {
      answer.reasons.insert(Reason(violation.reason(), violation.field()));
    }
  } catch (const client::CallFailed& failure) {
    answer = RefusalBy(failure);
  }
  return answer;
}

void History::Move() {
  const auto before = world_.SceneOf(AnyDeal());
  const auto deal_id = before.deal.id();
  const auto move = RandomMove(before);
  auto& writer = WriterOf(before.deal);
  const auto verdict = Verdict(writer, move);
  const auto from = world_.PipelineOf(before.deal.pipeline());
  const auto to = move.pipeline().empty() ? from : world_.PipelineOf(move.pipeline());
  const bool stays = to.key() == from.key() && move.stage() == before.deal.stage();
  const auto expected =
      writer.MayChange(before.deal) ? BrokenBy(StepOf(writer, move, from, to, before.deal), before) : NotResponsible();
  const auto answer = Send<Deal>(writer, move, deal_id);
  chronicle_.ExpectForetold(verdict, answer, deal_id);
  // A move to where it is has reasons of its own.
  if (!stays) chronicle_.Expect(answer, expected, deal_id);
  if (answer.failure) chronicle_.ExpectUnchanged(before, deal_id);
}

void History::MoveFilledIn() {
  const auto before = world_.SceneOf(AnyDeal());
  const auto deal_id = before.deal.id();
  auto move = RandomMove(before);
  const auto deal_edit = RandomDealEdit(dice_, palette_);
  const auto contact_edit = RandomContactEdit(dice_, palette_, [this] { return world_.NewPhone(); });
  const bool edits_contact = before.contact && !contact_edit.mask.paths().empty() && dice_.Once(2);
  if (dice_.Once(2)) {
    move.set_comment("Договорились");
    move.set_loss_comment("Договорились");
  }
  if (dice_.Once(2)) move.set_loss_reason("price");
  if (!deal_edit.mask.paths().empty()) {
    *move.mutable_deal() = deal_edit.change;
    *move.mutable_update_mask() = deal_edit.mask;
  }
  if (edits_contact) {
    *move.mutable_contact() = contact_edit.change;
    *move.mutable_contact_update_mask() = contact_edit.mask;
  }
  const auto from = world_.PipelineOf(before.deal.pipeline());
  const auto to = move.pipeline().empty() ? from : world_.PipelineOf(move.pipeline());
  if (to.key() == from.key() && move.stage() == before.deal.stage()) return;
  auto with_deal = before;
  with_deal.deal = After(before.deal, deal_edit);
  auto with_contact = before;
  if (edits_contact) with_contact.contact = After(*before.contact, contact_edit);
  auto after = with_contact;
  after.deal = with_deal.deal;
  auto& writer = WriterOf(before.deal);
  // All at once: what each edit breaks, as if the other was made before, and what the move breaks after both.
  auto expected = BrokenByChange(BlanksOf(from, with_contact), BlanksOf(from, after));
  expected.merge(BrokenByChange(BlanksOf(from, with_deal), BlanksOf(from, after)));
  expected.merge(TakenAway([&](Scene& scene) {
    const bool is_of_contact = edits_contact && scene.contact && scene.contact->id() == before.contact->id();
    if (!is_of_contact || scene.deal.id() == deal_id) return false;
    scene.contact = After(*scene.contact, contact_edit);
    return true;
  }));
  expected.merge(BrokenBy(StepOf(writer, move, from, to, before.deal), after));
  if (!writer.MayChange(before.deal)) expected = NotResponsible();
  chronicle_.Expect(Send<Deal>(writer, move, deal_id), expected, deal_id);
  if (!expected.empty()) chronicle_.ExpectUnchanged(before, deal_id);
}

}  // namespace voronka::properties
