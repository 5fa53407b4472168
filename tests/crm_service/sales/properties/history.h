#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <functional>
#include <string>
#include <type_traits>
#include <vector>

#include "client/call_failed.h"
#include "tests/crm_service/sales/properties/chronicle.h"
#include "tests/crm_service/sales/properties/edits.h"
#include "tests/crm_service/sales/properties/world.h"

namespace voronka::properties {

// Random configurations, and random writes one after another by random writers. Before each write the oracle says from
// what is read back whether the rules allow it, and if not, why; the service must say the same, and a refused write
// must change nothing. Before a move that says and edits nothing, CanMove must say what MoveDeal does then.
class History {
 public:
  History(World& world, uint64_t seed);

  // Writes that many times, or until something is wrong.
  void Write(int times);

  // What is wrong, and what had been done to the deal by then. Empty: nothing.
  const std::string& finding() const { return chronicle_.finding(); }

  const std::vector<std::string>& pipelines() const { return pipelines_; }
  const std::vector<int64_t>& deals() const { return deals_; }
  const std::vector<int64_t>& contacts() const { return contacts_; }
  const std::vector<int64_t>& companies() const { return companies_; }
  const Palette& palette() const { return palette_; }

 private:
  void MakeClients();
  void MakePipelines();
  void Create();

  // history_edits.cc
  void UpdateDeal();
  void UpdateContact();
  void UpdateCompany();
  void UpdatePipeline();

  // history_moves.cc
  void Move();
  void MoveFilledIn();

  // history_work.cc: what people do at a stage.
  void Tick();
  void NoteActivity();
  void AskForApproval();
  void AnswerApproval();
  void PlanTask();
  void Reassign();

  int64_t AnyDeal() { return OneOf(dice_, deals_); }
  Writer& AnyWriter() { return world_.writer(dice_.Throw(world_.writers())); }
  // Mostly the responsible user or somebody above, so that writes get as far as the rules.
  Writer& WriterOf(const crm::v1::Deal& deal);
  std::string AnyStage(const crm::v1::Pipeline& pipeline);
  crm::v1::MoveDealRequest RandomMove(const Scene& scene);
  Step StepOf(const Writer& writer, const crm::v1::MoveDealRequest& move, const crm::v1::Pipeline& from,
              const crm::v1::Pipeline& to, const crm::v1::Deal& deal) const;

  // What an edit takes away, of all open deals, that rules of from here on ask for. `edit` says whether it changes the
  // scene, and changes it.
  Reasons TakenAway(const std::function<bool(Scene&)>& edit);

  template <class Response>
  Answer Send(Writer& writer, const google::protobuf::Message& request, int64_t deal_id);
  // CanMove's, asked by the same writer on the other replica.
  Answer Verdict(Writer& writer, const crm::v1::MoveDealRequest& move);

  World& world_;
  Dice dice_;
  Palette palette_;
  std::vector<std::string> pipelines_;
  std::vector<int64_t> contacts_;
  std::vector<int64_t> companies_;
  std::vector<int64_t> deals_;
  Chronicle chronicle_;
};

template <class Response>
Answer History::Send(Writer& writer, const google::protobuf::Message& request, int64_t deal_id) {
  Answer answer;
  try {
    const auto response = writer.client().Call<Response>(request);
    if constexpr (std::is_same_v<Response, crm::v1::Deal>) {
      if (deal_id == 0) deals_.push_back(response.id());
    }
  } catch (const client::CallFailed& failure) {
    answer = RefusalBy(failure);
  }
  chronicle_.Note(writer, request, deal_id, answer);
  return answer;
}

}  // namespace voronka::properties
