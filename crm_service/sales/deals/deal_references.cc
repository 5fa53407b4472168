#include "crm_service/sales/deals/deal_references.h"

#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/clients/sight/held_clients.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/calls/table.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::crm {

std::optional<v1::Contact> FindContact(rpc::Session& session, int64_t contact_id, int64_t former,
                                       rpc::Violations& violations) {
  if (contact_id == 0) return std::nullopt;
  Contacts contacts(session);
  auto contact = contact_id == former ? contacts.Find(contact_id) : contacts.FindForWrite(contact_id);
  if (contact && !SeesContact(session, contact_id)) contact.reset();
  violations.AddUnless(contact.has_value(), "UNKNOWN_CONTACT", "deal.contact_id",
                       {"There is no such contact.", "Такого контакта нет."});
  return contact;
}

void RequireCompany(rpc::Session& session, int64_t company_id, int64_t former, rpc::Violations& violations) {
  const auto is_there = [&] {
    return company_id == former ? rpc::Table<v1::Company>(session).Has(company_id) : HoldCompany(session, company_id);
  };
  const bool is_known = company_id == 0 || (is_there() && SeesCompany(session, company_id));
  violations.AddUnless(is_known, "UNKNOWN_COMPANY", "deal.company_id",
                       {"There is no such company.", "Такой компании нет."});
}

const v1::Stage* RequireStage(const std::string& stage, const v1::Pipeline* pipeline, const std::string& prefix,
                              rpc::Violations& violations) {
  if (pipeline == nullptr) {
    violations.Add("UNKNOWN_PIPELINE", prefix + "pipeline", {"There is no such pipeline.", "Такой воронки нет."});
    return nullptr;
  }
  const auto* found = stage.empty() ? &pipeline->stages(0) : FindStage(*pipeline, stage);
  violations.AddUnless(found != nullptr, "UNKNOWN_STAGE", prefix + "stage",
                       {"The pipeline has no such stage.", "В этой воронке нет такого этапа."});
  return found;
}

const v1::Stage* StageForNewDeal(const v1::Deal& draft, const v1::Pipeline* pipeline, rpc::Violations& violations) {
  if (draft.pipeline().empty()) return nullptr;
  const auto* stage = RequireStage(draft.stage(), pipeline, "deal.", violations);
  violations.AddUnless(pipeline == nullptr || !IsArchived(*pipeline), "PIPELINE_ARCHIVED", "deal.pipeline",
                       {"The pipeline is archived.", "Воронка в архиве."});
  violations.AddUnless(stage == nullptr || !IsClosing(*stage), "NOT_OPEN", "deal.stage",
                       {"A deal must start on an open stage.", "Сделка начинается с открытого этапа."});
  return stage;
}

}  // namespace voronka::crm
