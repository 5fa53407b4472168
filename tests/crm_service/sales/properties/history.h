#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "client/call_failed.h"
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
  const std::string& finding() const { return finding_; }

  const std::vector<std::string>& pipelines() const { return pipelines_; }
  const std::vector<int64_t>& deals() const { return deals_; }
  const std::vector<int64_t>& contacts() const { return contacts_; }
  const std::vector<int64_t>& companies() const { return companies_; }
  const Palette& palette() const { return palette_; }

 private:
  // A write as it was answered: the reasons of a refusal, or none.
  struct Answer {
    std::optional<client::CallFailed> failure = {};
    Reasons reasons = {};
  };

  void MakeClients();
  void MakePipelines();

  void Create();
  void UpdateDeal();
  void UpdateContact();
  void UpdateCompany();
  void Move();
  void MoveFilledIn();
  void Tick();
  void NoteActivity();
  void AskForApproval();
  void AnswerApproval();
  void PlanTask();
  void Reassign();
  void UpdatePipeline();

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
  void Note(const Writer& writer, const google::protobuf::Message& request, int64_t deal_id,
            const std::string& outcome);
  void Find(const std::string& what, int64_t deal_id);
  // That the service said what the oracle says.
  void Expect(const Answer& answer, const Reasons& expected, int64_t deal_id);
  // That nothing but one of these was said; for what the rules of stages do not decide.
  void ExpectOnly(const Answer& answer, const std::set<std::string>& reasons, int64_t deal_id);
  void ExpectUnchanged(const Scene& before, int64_t deal_id);
  // CanMove's, asked by the same writer on the other replica.
  Answer Verdict(Writer& writer, const crm::v1::MoveDealRequest& move);

  World& world_;
  const uint64_t seed_;
  Dice dice_;
  Palette palette_;
  std::vector<std::string> pipelines_;
  std::vector<int64_t> contacts_;
  std::vector<int64_t> companies_;
  std::vector<int64_t> deals_;
  // With the deal that each is about; 0: all.
  std::vector<std::pair<int64_t, std::string>> steps_;
  std::string finding_;
};

}  // namespace voronka::properties
