#include "crm_service/work/files/file_sight.h"

#include "crm_service/clients/companies/companies.h"
#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "crm_service/work/tasks/seen_tasks.h"
#include "crm_service/work/tasks/tasks.h"
#include "foundation/rpc/calls/table.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {
namespace {

bool SeesTaskWithId(rpc::Session& session, int64_t id) {
  const auto task = Tasks(session).Find(id);
  return task && SeesTask(session, *task);
}

bool SeesEntity(rpc::Session& session, v1::Entity entity, int64_t id) {
  switch (entity) {
    case v1::ENTITY_CONTACT:
      return SeesContact(session, id);
    case v1::ENTITY_COMPANY:
      return SeesCompany(session, id);
    case v1::ENTITY_TASK:
      return SeesTaskWithId(session, id);
    default:
      return UnseenAmong(session, {id}).empty();
  }
}

}  // namespace

void RequireSeenEntity(rpc::Session& session, v1::Entity entity, int64_t entity_id) {
  switch (entity) {
    case v1::ENTITY_CONTACT:
      rpc::Table<v1::Contact>(session).Get(entity_id);
      if (!SeesEntity(session, entity, entity_id)) throw rpc::NotFound("contact", entity_id);
      return;
    case v1::ENTITY_COMPANY:
      rpc::Table<v1::Company>(session).Get(entity_id);
      if (!SeesEntity(session, entity, entity_id)) throw rpc::NotFound("company", entity_id);
      return;
    case v1::ENTITY_TASK:
      return RequireSeenTask(session, Tasks(session).Get(entity_id));
    default:
      GetSeenDeal(session, entity_id);
  }
}

void RequireSeenOwner(rpc::Session& session, v1::Entity entity, int64_t entity_id) {
  const bool is_gone = (entity == v1::ENTITY_CONTACT && !Contacts(session).FindForWrite(entity_id)) ||
                       (entity == v1::ENTITY_COMPANY && !Companies(session).FindForWrite(entity_id));
  if (is_gone) throw rpc::NotFound(entity == v1::ENTITY_CONTACT ? "contact" : "company", entity_id);
  RequireSeenEntity(session, entity, entity_id);
}

void RequireSeenFile(rpc::Session& session, const v1::File& file) {
  if (!SeesEntity(session, file.entity(), file.entity_id())) throw rpc::NotFound("file", file.id());
}

void CheckMayChange(const rpc::Caller& caller, const v1::File& file) {
  if (file.user_id() == caller.user_id || caller.LeadsSales()) return;
  throw rpc::Error(
      rpc::Code::kPermissionDenied,
      {"NOT_YOUR_FILE", "file_id", {"Somebody else has added it.", "Этот файл добавил другой сотрудник."}});
}

}  // namespace voronka::crm
