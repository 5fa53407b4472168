#include "crm_service/sales/sight/change_sight.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/clients/sight/told_clients.h"
#include "crm_service/log/events/packed_resource.h"
#include "crm_service/people/access/access_rules.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/file.pb.h"
#include "voronka/crm/v1/held_form.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/remark.pb.h"
#include "voronka/crm/v1/role_access.pb.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

using google::protobuf::Any;
using google::protobuf::Descriptor;
using google::protobuf::Message;
using google::protobuf::MessageFactory;

// By id, as they are now.
struct ChangeSight::Facts {
  std::map<int64_t, int64_t> owners_of_deals;
  std::set<int64_t> unseen_contacts;
  std::set<int64_t> unseen_companies;
  // Those that files belong to.
  std::map<int64_t, v1::Task> tasks;
};

namespace {

constexpr std::chrono::seconds kKnownFor(5);

// Null: of a type that this program does not know.
std::unique_ptr<Message> Unpacked(const Any& packed) {
  const auto* type = TypeOf(packed);
  if (type == nullptr) return nullptr;
  std::unique_ptr<Message> resource(MessageFactory::generated_factory()->GetPrototype(type)->New());
  return resource->ParseFromString(packed.value()) ? std::move(resource) : nullptr;
}

// 0: it has no such field.
int64_t NumberIn(const Message& resource, const char* name) {
  const auto* field = resource.GetDescriptor()->FindFieldByName(name);
  return field == nullptr ? 0 : resource.GetReflection()->GetInt64(resource, field);
}

bool IsAnyOf(const Descriptor* type, std::initializer_list<const Descriptor*> types) {
  return std::ranges::find(types, type) != types.end();
}

bool IsA(const Message& resource, const Descriptor* type) { return resource.GetDescriptor() == type; }

// What a file belongs to, if that is such an entity; otherwise 0.
int64_t OwnerOfFile(const Message& resource, v1::Entity entity) {
  if (!IsA(resource, v1::File::descriptor())) return 0;
  const auto& file = static_cast<const v1::File&>(resource);
  return file.entity() == entity ? file.entity_id() : 0;
}

// The deal that a resource goes by. 0: by none.
int64_t DealOfResource(const Message& resource) {
  const int64_t of_file = OwnerOfFile(resource, v1::ENTITY_DEAL);
  return of_file != 0 ? of_file : NumberIn(resource, "deal_id");
}

// Other rights, or other people in teams.
bool TellsOfRights(const v1::Change& change) {
  return IsAnyOf(TypeOf(change.resource()), {v1::RoleAccess::descriptor(), v1::User::descriptor()});
}

bool TellsOfFieldSet(const v1::Change& change) { return TypeOf(change.resource()) == v1::FieldSet::descriptor(); }

// It tells of a deal only by its number.
bool IsForEverybody(const Message& resource) {
  return IsAnyOf(resource.GetDescriptor(), {v1::Remark::descriptor(), v1::HeldForm::descriptor()});
}

// It goes as a deal that nobody has. Once it is released, whoever had it in a list has to drop it.
bool IsHeldYet(const Message& resource) {
  return IsA(resource, v1::HeldForm::descriptor()) && NumberIn(resource, "deal_id") == 0;
}

// All that is said of a resource to somebody who does not see it any more.
std::shared_ptr<const v1::Change> Gone(const v1::Change& change, const Message& resource) {
  const std::unique_ptr<Message> named(resource.New());
  for (const char* name : {"id", "etag"}) {
    const auto* field = named->GetDescriptor()->FindFieldByName(name);
    if (field != nullptr) named->GetReflection()->SetInt64(named.get(), field, NumberIn(resource, name));
  }
  v1::Change gone;
  *gone.mutable_create_time() = change.create_time();
  gone.set_kind(v1::ResourceChange::KIND_DELETED);
  gone.set_resource_id(change.resource_id());
  gone.mutable_resource()->PackFrom(*named);
  return std::make_shared<const v1::Change>(std::move(gone));
}

std::map<int64_t, int64_t> OwnersOf(storage::Connection& db, int64_t account_id, const std::vector<int64_t>& deals) {
  std::map<int64_t, int64_t> owners;
  for (const auto& deal : storage::SelectByIds<v1::Deal>(
           db, "SELECT id, responsible_user_id FROM deals WHERE account_id = ? AND id IN ({ids})", {account_id},
           deals)) {
    owners.emplace(deal.id(), deal.responsible_user_id());
  }
  return owners;
}

// What says who sees them.
std::map<int64_t, v1::Task> TasksWithFiles(storage::Connection& db, int64_t account_id,
                                           const std::vector<int64_t>& ids) {
  std::map<int64_t, v1::Task> tasks;
  for (auto& task : storage::SelectByIds<v1::Task>(
           db, "SELECT id, deal_id, assignee_user_id, setter_user_id FROM tasks WHERE account_id = ? AND id IN ({ids})",
           {account_id}, ids)) {
    const int64_t id = task.id();
    tasks.emplace(id, std::move(task));
  }
  return tasks;
}

}  // namespace

void ChangeSight::Filter(storage::Connection& db, Changes& changes) {
  if (!MayBeLimited(caller_.role)) return;
  Learn(db, changes);
  const bool sees_all = known_->deals.is_whole() && known_->contacts.see_all() && known_->companies.see_all();
  if (!sees_all) KeepSeen(db, changes);
  const auto hidden = veil_.HiddenFrom(db, caller_);
  if (hidden.empty()) return;
  for (auto& change : changes) {
    const auto resource = Unpacked(change->resource());
    if (resource == nullptr) continue;
    Hide(hidden, *resource);
    auto veiled = *change;
    veiled.mutable_resource()->PackFrom(*resource);
    change = std::make_shared<const v1::Change>(std::move(veiled));
  }
}

// Of an inquiry, what is told of other clients.
ChangeSight::Change ChangeSight::Told(storage::Connection& db, Change change, Message& resource) const {
  if (!IsA(resource, v1::Inquiry::descriptor())) return change;
  HideUnseenClients(db, known_->contacts, {static_cast<v1::Inquiry*>(&resource)});
  auto told = *change;
  told.mutable_resource()->PackFrom(resource);
  return std::make_shared<const v1::Change>(std::move(told));
}

void ChangeSight::Learn(storage::Connection& db, const Changes& changes) {
  if (std::ranges::any_of(changes, [](const Change& each) { return TellsOfFieldSet(*each); })) {
    veil_.Forget(caller_.account_id);
  }
  const bool is_told = std::ranges::any_of(changes, [](const Change& each) { return TellsOfRights(*each); });
  if (known_ && !is_told && Clock::now() < known_->until) return;
  known_.emplace(Known{Clock::now() + kKnownFor, SightOf(db, caller_, v1::ENTITY_DEAL),
                       SeenClients(db, caller_, v1::ENTITY_CONTACT), SeenClients(db, caller_, v1::ENTITY_COMPANY),
                       StoodInForBy(db, caller_)});
}

void ChangeSight::KeepSeen(storage::Connection& db, Changes& changes) const {
  std::vector<std::unique_ptr<Message>> resources;
  std::vector<int64_t> deals;
  std::vector<int64_t> contacts;
  std::vector<int64_t> companies;
  std::vector<int64_t> tasks_of_files;
  for (const auto& change : changes) {
    const auto& resource = resources.emplace_back(Unpacked(change->resource()));
    if (resource == nullptr) continue;
    deals.push_back(DealOfResource(*resource));
    if (IsA(*resource, v1::Contact::descriptor())) contacts.push_back(change->resource_id());
    if (IsA(*resource, v1::Company::descriptor())) companies.push_back(change->resource_id());
    if (const int64_t id = OwnerOfFile(*resource, v1::ENTITY_CONTACT); id != 0) contacts.push_back(id);
    if (const int64_t id = OwnerOfFile(*resource, v1::ENTITY_COMPANY); id != 0) companies.push_back(id);
    tasks_of_files.push_back(OwnerOfFile(*resource, v1::ENTITY_TASK));
  }
  auto tasks = TasksWithFiles(db, caller_.account_id, tasks_of_files);
  for (const auto& [id, task] : tasks) deals.push_back(task.deal_id());
  const Facts facts{OwnersOf(db, caller_.account_id, deals), known_->contacts.UnseenAmong(db, contacts),
                    known_->companies.UnseenAmong(db, companies), std::move(tasks)};
  Changes seen;
  for (size_t i = 0; i < changes.size(); ++i) {
    if (resources[i] == nullptr) continue;
    if (Sees(*changes[i], *resources[i], facts)) {
      seen.push_back(Told(db, std::move(changes[i]), *resources[i]));
    } else if (SawBefore(*changes[i], *resources[i])) {
      seen.push_back(Gone(*changes[i], *resources[i]));
    }
  }
  changes = std::move(seen);
}

bool ChangeSight::Sees(const v1::Change& change, const Message& resource, const Facts& facts) const {
  if (IsA(resource, v1::Deal::descriptor())) return known_->deals.Covers(NumberIn(resource, "responsible_user_id"));
  if (IsA(resource, v1::Contact::descriptor())) return !facts.unseen_contacts.contains(change.resource_id());
  if (IsA(resource, v1::Company::descriptor())) return !facts.unseen_companies.contains(change.resource_id());
  if (const int64_t id = OwnerOfFile(resource, v1::ENTITY_CONTACT); id != 0) return !facts.unseen_contacts.contains(id);
  if (const int64_t id = OwnerOfFile(resource, v1::ENTITY_COMPANY); id != 0)
    return !facts.unseen_companies.contains(id);
  if (const int64_t id = OwnerOfFile(resource, v1::ENTITY_TASK); id != 0) {
    const auto task = facts.tasks.find(id);
    return task != facts.tasks.end() && Sees(change, task->second, facts);
  }
  if (IsHeldYet(resource)) return known_->deals.Covers(0);
  if (IsForEverybody(resource)) return true;
  // Of a task and of an approval: whoever is asked, or asks.
  for (const char* name : {"assignee_user_id", "setter_user_id", "approver_user_id", "asker_user_id"}) {
    if (NumberIn(resource, name) == caller_.user_id) return true;
  }
  if (IsAskedInPlace(resource)) return true;
  if (const int64_t deal = DealOfResource(resource); deal != 0) {
    const auto owner = facts.owners_of_deals.find(deal);
    return known_->deals.is_whole() || (owner != facts.owners_of_deals.end() && known_->deals.Covers(owner->second));
  }
  const bool is_task = IsA(resource, v1::Task::descriptor());
  return !is_task || known_->deals.Covers(NumberIn(resource, "assignee_user_id"));
}

bool ChangeSight::IsAskedInPlace(const Message& resource) const {
  if (!IsA(resource, v1::Approval::descriptor())) return false;
  const auto& approval = static_cast<const v1::Approval&>(resource);
  const auto asked = known_->stood_in_for.find(approval.approver_user_id());
  return asked != known_->stood_in_for.end() && approval.role() <= asked->second;
}

bool ChangeSight::SawBefore(const v1::Change& change, const Message& resource) const {
  const bool is_client = IsAnyOf(resource.GetDescriptor(), {v1::Contact::descriptor(), v1::Company::descriptor()});
  // One that was merged into another: whoever sees it now is not known any more.
  if (is_client && change.kind() == v1::ResourceChange::KIND_DELETED) return true;
  if (!change.has_former_user_id()) return false;
  const int64_t former = change.former_user_id();
  return is_client || former == caller_.user_id || known_->deals.Covers(former);
}

}  // namespace voronka::crm
