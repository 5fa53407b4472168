#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "crm_service/fields/filters/filter_plan.h"
#include "crm_service/people/access/sight.h"
#include "crm_service/sales/filters/deal_facts.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// Deals as filters read them (sift.h), with their main contacts and companies if the filter names those. What was
// attached to another deal is none of them.
class DealSource {
 public:
  using Resource = v1::Deal;

  // `owners`: those whose deals are read. Narrows the plan.
  DealSource(rpc::Session& session, FilterPlan& plan, Owners owners);

  std::vector<Narrowing> Narrowings();
  void Read(const std::vector<int64_t>& ids);
  v1::Deal* Find(int64_t id);
  std::vector<v1::FieldValue> ValuesOf(const v1::Deal& deal, const std::string& field) const;

 private:
  void AddThroughClients(const char* word, std::vector<Narrowing>& narrowings);
  void ReadClientsOfDeals();

  rpc::Session& session_;
  const FilterPlan& plan_;
  const Sight owners_;
  DealFacts facts_;
  std::unordered_map<int64_t, v1::Deal> deals_;
  std::unordered_map<int64_t, v1::Contact> contacts_;
  std::unordered_map<int64_t, v1::Company> companies_;
};

}  // namespace voronka::crm
