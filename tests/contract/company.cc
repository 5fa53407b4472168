#include "tests/contract/company.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <stdexcept>

#include "foundation/storage/connection.h"
#include "tests/contract/sample_field_set.h"
#include "tests/contract/sample_pipeline.h"
#include "tests/support/eventually.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/deal_contact.pb.h"
#include "voronka/crm/v1/deal_offer.pb.h"
#include "voronka/crm/v1/form.pb.h"
#include "voronka/crm/v1/held_form.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/lead.pb.h"
#include "voronka/crm/v1/merge.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/queue.pb.h"
#include "voronka/crm/v1/saved_filter.pb.h"
#include "voronka/crm/v1/unsorted.pb.h"
#include "voronka/distribution/v1/offer.pb.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::testing {
namespace {

using google::protobuf::util::TimeUtil;

constexpr std::chrono::hours kADay(24);

template <class Condition>
void Await(const char* what, Condition holds) {
  if (!Eventually(holds)) throw std::runtime_error(fmt::format("no {} in time", what));
}

// `head_user` becomes `user`: the kind of resource without its role.
std::string LastWord(const std::string& name) { return name.substr(name.rfind('_') + 1); }

std::string WithoutIdSuffix(const std::string& field) {
  for (const std::string suffix : {"_ids", "_id"}) {
    if (field.ends_with(suffix)) return field.substr(0, field.size() - suffix.size());
  }
  return field;
}

}  // namespace

Company::Company(System& system) : system_(system), account_(system, 3, kADay) {
  OpenSessions();
  InviteUsers();
  BeginSecondFactor();
  MakePipeline();
  MakeFieldSets();
  MakeFilters();
  MakeForm();
  MakeClientAndDeal();
  MakeLeads();
  MakeOffers();
  MakeTasks();
  MakeUnsorted();
  MakeRemarks();
  MakeActivities();
  MakeFiles();
  MakeApproval();
  FindNotification();
  RegisterDevices();
  LetOfferExpire();
  ids_["user"] = account_.manager_id(0);
  ids_["ExplainDelivery.user"] = account_.admin_id();
  ids_["deputy_user"] = account_.manager_id(1);
  ids_["head_user"] = account_.head_id();
  ids_["team"] = account_.team_id();
  ids_["queue"] = account_.queue_id();
  ids_["DeleteQueue.queue"] = MakeSpareQueue();
  // A new account has no team and no other users yet.
  ids_["CreateAccount.team"] = 0;
  ids_["CreateAccount.deputy_user"] = 0;
}

void Company::MakePipeline() {
  crm::v1::CreatePipelineRequest request;
  *request.mutable_pipeline() = SamplePipeline("spare");
  const auto made = account_.admin().Call<crm::v1::Pipeline>(request);
  ids_["pipeline"] = made.id();
  ids_["stage"] = made.stages(0).id();
  texts_["UpdatePipeline.key"] = made.key();
  texts_["UnarchivePipeline.pipeline"] = made.key();
  *request.mutable_pipeline() = SamplePipeline("old");
  texts_["ArchivePipeline.pipeline"] = account_.admin().Call<crm::v1::Pipeline>(request).key();
  texts_["pipeline"] = "first_sales";
  texts_["stage"] = "accepted";
  texts_["repeat_pipeline"] = "repeat_sales";
  texts_["loss_reason"] = "too_expensive";
  texts_["TickChecklistItem.item"] = "call";
  texts_["CreateQueue.pipeline"] = "repeat_sales";
  texts_["UpdateQueue.stage"] = "new";
  texts_["MoveStageDeals.pipeline"] = "repeat_sales";
  texts_["MoveStageDeals.from"] = "invoice_sent";
  texts_["MoveStageDeals.to"] = "order_placed";
  texts_["PlanConfiguration.file"] = "forms { code: \"contract\" name: \"Ещё одна\" }";
  texts_["ApplyConfiguration.file"] = texts_["PlanConfiguration.file"];
}

void Company::MakeFieldSets() {
  for (const char* list : {"ListDeals", "ListContacts", "ListCompanies"}) {
    texts_[std::string(list) + ".field"] = kOwnField;
  }
  for (const auto entity : {crm::v1::ENTITY_DEAL, crm::v1::ENTITY_CONTACT, crm::v1::ENTITY_COMPANY}) {
    crm::v1::UpdateFieldSetRequest request;
    *request.mutable_field_set() = SampleFieldSet(entity);
    account_.admin().Call<crm::v1::FieldSet>(request);
  }
}

int64_t Company::MakeSavedFilter() {
  crm::v1::CreateSavedFilterRequest request;
  auto& filter = *request.mutable_saved_filter();
  filter.set_name("С пометкой");
  filter.set_subject(crm::v1::FILTER_SUBJECT_DEALS);
  filter.mutable_filter()->mutable_comparison()->set_field(std::string("deal.") + kOwnField);
  filter.mutable_filter()->mutable_comparison()->set_operator_(crm::v1::Comparison::OPERATOR_FILLED);
  return account_.admin().Call<crm::v1::SavedFilter>(request).id();
}

void Company::MakeFilters() {
  for (const char* method : {"FilterDeals", "CountDeals", "GetBoard", "ListCards", "CreateSavedFilter",
                             "UpdateSavedFilter", "UpdateListView"}) {
    texts_[std::string(method) + ".field"] = std::string("deal.") + kOwnField;
  }
  for (const char* list : {"Contacts", "Companies"}) {
    for (const char* verb : {"Filter", "Count"}) {
      texts_[std::string(verb) + list + ".field"] =
          (list == std::string("Contacts") ? "contact." : "company.") + std::string(kOwnField);
    }
  }
  texts_["FilterTasks.field"] = "task.text";
  texts_["CountTasks.field"] = "task.text";
  texts_["Search.query"] = "канарейка";
  ids_["saved_filter"] = MakeSavedFilter();
  ids_["DeleteSavedFilter.saved_filter"] = MakeSavedFilter();
}

void Company::MakeForm() {
  crm::v1::CreateFormRequest request;
  request.mutable_form()->set_name("Форма на главной");
  const auto made = account_.admin().Call<crm::v1::Form>(request);
  ids_["form"] = made.id();
  texts_["SubmitForm.key"] = made.key();
  texts_["LookUpForm.key"] = made.key();
  texts_["ReportFormRefusals.key"] = made.key();
  request.mutable_form()->set_name("Форма прошлого года");
  ids_["ArchiveForm.form"] = account_.admin().Call<crm::v1::Form>(request).id();
  texts_["field_map"] = "text";
  texts_["tax_number"] = "7701234567";
  // Not the name of a field of the form: that field would be the consent.
  texts_["consent_text"] = "Согласен на обработку данных";
  texts_["CreateForm.allowed_origins"] = "https://shop.example";
  texts_["UpdateForm.allowed_origins"] = "https://shop.example";
  texts_["SubmitForm.origin"] = "https://shop.example";
  ids_["held_form"] = HoldForm(made.key(), "first");
  ids_["ReleaseHeldForm.held_form"] = HoldForm(made.key(), "second");
  ids_["DiscardHeldForm.held_form"] = HoldForm(made.key(), "third");
}

int64_t Company::HoldForm(const std::string& key, const std::string& client_name) {
  crm::v1::SubmitFormRequest submit;
  submit.set_key(key);
  submit.set_trap("http://spam.example");
  auto& value = *submit.add_values();
  value.set_name("name");
  value.set_value(client_name);
  account_.system().Service("gateway", 0)->Call<crm::v1::SubmitFormResponse>(submit);
  const auto held = account_.admin().Call<crm::v1::ListHeldFormsResponse>(crm::v1::ListHeldFormsRequest());
  return held.held_forms(0).id();
}

void Company::MakeClientAndDeal() {
  crm::v1::SubmitInquiryRequest request;
  request.mutable_inquiry()->set_source(crm::v1::Inquiry::SOURCE_SITE);
  request.mutable_inquiry()->set_client_name("Пётр");
  request.mutable_inquiry()->set_phone("+79160000001");
  const auto inquiry = account_.intake().Call<crm::v1::Inquiry>(request);
  ids_["inquiry"] = inquiry.id();
  ids_["contact"] = inquiry.contact_id();
  ids_["deal"] = inquiry.deal_id();
  crm::v1::GetDealRequest get;
  get.set_deal_id(inquiry.deal_id());
  Await("offer", [&] { return account_.admin().Call<crm::v1::Deal>(get).has_offer_deadline(); });
  crm::v1::ReassignDealRequest reassign;
  reassign.set_deal_id(inquiry.deal_id());
  reassign.set_user_id(account_.admin_id());
  account_.admin().Call<crm::v1::Deal>(reassign);
  MakeFurtherClients();
  MakeDuplicates();
  ids_["TickChecklistItem.deal"] = MakeDealWithChecklist();
}

// Of the sample pipeline's first stage.
int64_t Company::MakeDealWithChecklist() {
  crm::v1::CreateDealRequest request;
  request.mutable_deal()->set_pipeline("spare");
  return account_.admin().Call<crm::v1::Deal>(request).id();
}

int64_t Company::MakeContact(const std::string& name) {
  crm::v1::CreateContactRequest request;
  request.mutable_contact()->set_name(name);
  return account_.admin().Call<crm::v1::Contact>(request).id();
}

int64_t Company::AddContactToDeal(int64_t contact_id) {
  crm::v1::CreateDealContactRequest request;
  request.mutable_deal_contact()->set_deal_id(ids_.at("deal"));
  request.mutable_deal_contact()->set_contact_id(contact_id);
  return account_.admin().Call<crm::v1::DealContact>(request).id();
}

void Company::MakeFurtherClients() {
  crm::v1::CreateCompanyRequest request;
  request.mutable_company()->set_name("ООО «Ромашка»");
  ids_["company"] = account_.admin().Call<crm::v1::Company>(request).id();
  ids_["CreateDealContact.contact"] = MakeContact("Вера");
  ids_["deal_contact"] = AddContactToDeal(MakeContact("Павел"));
  ids_["DeleteDealContact.deal_contact"] = AddContactToDeal(MakeContact("Анна"));
  // A move fills in what the deal's company lacks.
  crm::v1::UpdateDealRequest with_company;
  with_company.set_deal_id(ids_.at("deal"));
  with_company.mutable_deal()->set_company_id(ids_.at("company"));
  account_.admin().Call<crm::v1::Deal>(with_company);
  // Nobody changes the clients of this one.
  crm::v1::CreateDealRequest sold;
  sold.mutable_deal()->set_pipeline("first_sales");
  sold.mutable_deal()->set_contact_id(ids_.at("contact"));
  sold.mutable_deal()->set_company_id(ids_.at("company"));
  ids_["CreateLinkedDeal.deal"] = account_.admin().Call<crm::v1::Deal>(sold).id();
}

void Company::MakeDuplicates() {
  crm::v1::CreateCompanyRequest company;
  company.mutable_company()->set_name("Ромашка и партнёры");
  ids_["MergeCompanies.merged_company"] = account_.admin().Call<crm::v1::Company>(company).id();
  ids_["MergeContacts.merged_contact"] = MakeContact("Двойник Петра");
  crm::v1::MergeContactsRequest merge;
  merge.set_survivor_contact_id(MakeContact("Единственный"));
  merge.set_merged_contact_id(MakeContact("Второй"));
  ids_["merge"] = account_.admin().Call<crm::v1::Merge>(merge).id();
  for (const std::string method : {"MarkSharedPoint", "UnmarkSharedPoint"}) {
    crm::v1::CreateContactRequest contact;
    contact.mutable_contact()->set_name("С общим телефоном");
    contact.mutable_contact()->add_phones(method == "MarkSharedPoint" ? "+74950000001" : "+74950000002");
    const auto made = account_.admin().Call<crm::v1::Contact>(contact);
    ids_[method + ".contact"] = made.id();
    texts_[method + ".phone"] = made.phones(0);
  }
}

// With a client, so that it lacks nothing.
int64_t Company::MakeLead() {
  crm::v1::CreateDealRequest request;
  request.mutable_deal()->set_pipeline("leads");
  request.mutable_deal()->set_contact_id(ids_.at("contact"));
  request.mutable_deal()->set_company_id(ids_.at("company"));
  return account_.admin().Call<crm::v1::Deal>(request).id();
}

void Company::MakeLeads() {
  crm::v1::CreatePipelineRequest pipeline;
  *pipeline.mutable_pipeline() = SamplePipeline("leads");
  pipeline.mutable_pipeline()->set_purpose(crm::v1::Pipeline::PURPOSE_LEADS);
  account_.admin().Call<crm::v1::Pipeline>(pipeline);
  ids_["ConvertLead.deal"] = MakeLead();
  ids_["RefuseLead.deal"] = MakeLead();
  texts_["RefuseLead.stage"] = "lost";
  texts_["RefuseLead.loss_reason"] = "other";
  crm::v1::ConvertLeadRequest convert;
  convert.set_deal_id(MakeLead());
  convert.set_pipeline("first_sales");
  account_.admin().Call<crm::v1::Conversion>(convert);
  ids_["UndoConversion.deal"] = convert.deal_id();
}

// In a pipeline without a queue, so that only these tests offer it.
int64_t Company::MakeUnownedDeal() {
  crm::v1::CreateDealRequest request;
  request.mutable_deal()->set_pipeline("claims");
  return account_.intake().Call<crm::v1::Deal>(request).id();
}

int64_t Company::OfferToAdmin() {
  System& system = account_.system();
  crm::v1::OfferDealRequest request;
  request.set_deal_id(MakeUnownedDeal());
  request.set_user_id(account_.admin_id());
  *request.mutable_take_within() = TimeUtil::HoursToDuration(kADay.count());
  return system.Service("distribution", account_.id())->Call<crm::v1::Deal>(request).id();
}

void Company::MakeOffers() {
  ids_["OfferDeal.deal"] = MakeUnownedDeal();
  ids_["TakeOffer.deal"] = OfferToAdmin();
  ids_["DeclineOffer.deal"] = OfferToAdmin();
  ids_["ReclaimDeal.deal"] = OfferToAdmin();
}

// In a pipeline of their own, for each method that sorts one.
void Company::MakeUnsorted() {
  crm::v1::CreatePipelineRequest create;
  auto& pipeline = *create.mutable_pipeline();
  pipeline = SamplePipeline("unsorted");
  crm::v1::Stage incoming;
  incoming.set_key("incoming");
  incoming.set_name("Неразобранное");
  incoming.set_kind(crm::v1::Stage::KIND_INCOMING);
  const auto others = pipeline.stages();
  pipeline.clear_stages();
  *pipeline.add_stages() = incoming;
  pipeline.mutable_stages()->MergeFrom(others);
  account_.admin().Call<crm::v1::Pipeline>(create);
  crm::v1::CreateDealRequest request;
  request.mutable_deal()->set_pipeline("unsorted");
  for (const char* method :
       {"AcceptUnsorted", "AttachUnsorted", "DeclineUnsorted", "ReturnUnsorted", "HideUnsorted", "UnhideUnsorted"}) {
    ids_[std::string(method) + ".deal"] = account_.intake().Call<crm::v1::Deal>(request).id();
  }
  crm::v1::AcceptUnsortedRequest accept;
  accept.set_deal_id(ids_.at("ReturnUnsorted.deal"));
  account_.admin().Call<crm::v1::Deal>(accept);
  texts_["AcceptUnsorted.stage"] = "new";
  texts_["DeclineUnsorted.loss_reason"] = "other";
}

// Behind the back of distribution, which would reclaim the deal at once.
void Company::LetOfferExpire() {
  storage::Connection db(account_.system().SchemaOf("crm"));
  db.Execute("UPDATE deals SET offer_deadline = 1 WHERE account_id = ? AND id = ?", account_.id(),
             ids_.at("ReclaimDeal.deal"));
}

int64_t Company::MakeSpareQueue() {
  crm::v1::CreateQueueRequest request;
  auto& queue = *request.mutable_queue();
  queue.set_pipeline("spare");
  queue.add_member_user_ids(account_.manager_id(0));
  queue.add_escalate_to_user_ids(account_.head_id());
  return account_.admin().Call<crm::v1::Queue>(request).id();
}

void Company::FindNotification() {
  Await("notification", [&] {
    const auto inbox =
        account_.admin().Call<notifier::v1::ListNotificationsResponse>(notifier::v1::ListNotificationsRequest());
    if (!inbox.notifications().empty()) ids_["notification"] = inbox.notifications(0).id();
    return ids_.contains("notification");
  });
}

int64_t Company::IdFor(const Method& method, const std::string& field) const {
  const std::string name = WithoutIdSuffix(field);
  for (const std::string& key : {method.name() + "." + name, name, LastWord(name)}) {
    if (const auto found = ids_.find(key); found != ids_.end()) return found->second;
  }
  throw std::logic_error(fmt::format("a Company needs a {} for the {} of {}", LastWord(name), field, method.name()));
}

std::string Company::TextFor(const Method& method, const std::string& field) const {
  if (method.name() == "ConfirmTotp" && field == "code") return app_->CodeAt(system_.clock().NowMicros());
  for (const std::string& key : {method.name() + "." + field, field}) {
    if (const auto found = texts_.find(key); found != texts_.end()) return found->second;
  }
  return "";
}

}  // namespace voronka::testing
