#include "tests/crm_service/sales/properties/history.h"

#include <fmt/format.h>

namespace voronka::properties {
namespace {

using namespace crm::v1;

constexpr int kClients = 2;
constexpr int kDeals = 3;
constexpr int kMostDeals = 6;

}  // namespace

History::History(World& world, uint64_t seed)
    : world_(world),
      dice_(seed),
      palette_(RandomPalette(dice_, world.manager_id(0))),
      chronicle_(world, pipelines_, seed) {
  MakePipelines();
  MakeClients();
  // On the first stage, where nothing is asked.
  for (int i = 0; i < kDeals; ++i) Create();
}

void History::MakePipelines() {
  for (int i = 0; i < 2; ++i) {
    const auto key = world_.NewPipelineKey();
    CreatePipelineRequest request;
    *request.mutable_pipeline() = RandomPipeline(dice_, key, palette_);
    // Every one that the dice make is valid; whoever teaches them otherwise reads here why not.
    world_.admin().client().Call<Pipeline>(request);
    pipelines_.push_back(key);
  }
}

void History::MakeClients() {
  auto& admin = world_.admin().client();
  for (int i = 0; i < kClients; ++i) {
    CreateCompanyRequest company;
    company.mutable_company()->set_name(fmt::format("Ромашка {}", world_.NewPhone()));
    companies_.push_back(admin.Call<Company>(company).id());
    CreateContactRequest contact;
    contact.mutable_contact()->set_name("Пётр");
    contact.mutable_contact()->set_company_id(dice_.Once(2) ? companies_.back() : 0);
    contacts_.push_back(admin.Call<Contact>(contact).id());
  }
}

void History::Write(int times) {
  using Act = void (History::*)();
  // The more often an act is named, the more often it is done.
  static const std::vector<Act> acts = {
      &History::Move,           &History::Move,           &History::Move,          &History::Move,
      &History::MoveFilledIn,   &History::MoveFilledIn,   &History::UpdateDeal,    &History::UpdateDeal,
      &History::UpdateDeal,     &History::UpdateContact,  &History::UpdateContact, &History::UpdateCompany,
      &History::UpdateCompany,  &History::Tick,           &History::Tick,          &History::NoteActivity,
      &History::AskForApproval, &History::AnswerApproval, &History::PlanTask,      &History::Reassign,
      &History::Create,         &History::UpdatePipeline};
  for (int i = 0; i < times && finding().empty(); ++i) (this->*OneOf(dice_, acts))();
}

Writer& History::WriterOf(const Deal& deal) {
  auto* writer = &AnyWriter();
  for (int i = 0; i < 3 && !writer->MayChange(deal); ++i) writer = &AnyWriter();
  return *writer;
}

std::string History::AnyStage(const Pipeline& pipeline) {
  return pipeline.stages(dice_.Throw(pipeline.stages_size())).key();
}

void History::Create() {
  if (deals_.size() >= kMostDeals) return;
  const bool is_first_of_all = deals_.size() < kDeals;
  const auto pipeline = world_.PipelineOf(OneOf(dice_, pipelines_));
  CreateDealRequest request;
  auto& deal = *request.mutable_deal();
  const auto edit = RandomDealEdit(dice_, palette_);
  deal = edit.change;
  deal.set_pipeline(pipeline.key());
  const auto& stage = pipeline.stages(is_first_of_all ? 0 : dice_.Throw(pipeline.stages_size()));
  if (stage.kind() == Stage::KIND_WON || stage.kind() == Stage::KIND_LOST) return;
  deal.set_stage(stage.key());
  if (!dice_.Once(4)) deal.set_contact_id(OneOf(dice_, contacts_));
  if (dice_.Once(2)) deal.set_company_id(OneOf(dice_, companies_));
  auto& writer = AnyWriter();
  Scene scene{deal};
  scene.contact = world_.ContactOf(deal.contact_id());
  // A deal that has no company gets that of its contact.
  if (deal.company_id() == 0 && scene.contact) scene.deal.set_company_id(scene.contact->company_id());
  scene.company = world_.CompanyOf(scene.deal.company_id());
  const auto expected = BrokenByNew(pipeline, stage.key(), writer.role(), scene);
  chronicle_.Expect(Send<Deal>(writer, request, 0), expected, 0);
}

}  // namespace voronka::properties
