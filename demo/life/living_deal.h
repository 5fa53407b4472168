#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "demo/life/chance.h"
#include "demo/life/invented_person.h"
#include "demo/life/invented_value.h"
#include "demo/life/office.h"
#include "demo/life/plan.h"
#include "demo/life/trade.h"

namespace voronka::demo {

// IDs of the invented people and companies that the account has by now, by their numbers.
struct Clients {
  std::map<int, int64_t> contacts;
  std::map<int, int64_t> companies;
};

// What happens to one deal, and what each part of it leaves for the next ones.
struct LivingDeal {
  LivingDeal(Office& the_office, Clients& all_clients, const PlannedDeal& planned, uint64_t the_seed);

  client::Client& manager() const { return office.manager(manager_number); }

  Office& office;
  Clients& clients;
  const PlannedDeal& plan;
  const uint64_t seed;
  Chance chance;
  const Trade& trade;
  const Circumstances circumstances;
  const std::size_t manager_number;

  int64_t contact_id = 0;
  int64_t deal_id = 0;
  // Where it is now. Null: nobody works on it yet.
  const crm::v1::Stage* stage = nullptr;
  // The open one. 0: none.
  int64_t task_id = 0;
};

// The deal's whole life, as its manager or, if it comes by an inquiry, as the site. Throws client::CallFailed, and
// std::runtime_error if the account asks for what nobody can invent.
void Live(LivingDeal& deal);

// clients.cc: finds or makes the contact, and the company that it speaks for.
void MeetClient(LivingDeal& deal);
// Those of the plan whom the account has already.
Clients KnownClients(Office& office, const std::vector<PlannedDeal>& plan);

// inquiries.cc: nobody works on the deal yet.
bool ComesByInquiry(const LivingDeal& deal);
void SendInquiry(LivingDeal& deal);

// steps.cc: from the first stage of its way to the last.
void Begin(LivingDeal& deal);
void GoAllTheWay(LivingDeal& deal);

// tasks.cc
void PlanTask(LivingDeal& deal);
void CompleteTask(LivingDeal& deal);

// calls.cc
void CallClient(LivingDeal& deal);
// In vain.
void TryToReach(LivingDeal& deal, int times);

// approvals.cc: asks the head of sales, who agrees.
void GetApproval(LivingDeal& deal, const std::string& stage);
// Asks, if a stage may only be reached so, and leaves it unanswered. Returns whether it has asked.
bool AwaitApproval(LivingDeal& deal);

// checklists.cc
void Tick(LivingDeal& deal, const std::string& item);
// Of what the stage's checklist has for the deal.
void TickHalf(LivingDeal& deal);

// claims.cc: if it was sold, and the account has claims. Returns whether there is one now.
bool ComplainAbout(LivingDeal& deal);

}  // namespace voronka::demo
