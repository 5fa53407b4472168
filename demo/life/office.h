#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "client/client.h"
#include "demo/life/plan.h"
#include "demo/moves/field_place.h"
#include "demo/people/demo_account.h"
#include "demo/story/moment.h"
#include "foundation/process/clock.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::demo {

// The people of a demo account at work, and how their work is set up.
class Office {
 public:
  // Throws client::CallFailed.
  Office(const client::Channels& channels, const process::Clock& clock, const DemoAccount& account);

  const std::string& solution() const { return account_.solution(); }
  const std::string& name() const { return name_; }
  // Plays the company's site.
  client::Client& site() { return site_; }
  // In turn.
  client::Client& manager(std::size_t number) { return managers_[number % managers_.size()]; }
  client::Client& head_of_sales() { return head_of_sales_; }
  int64_t head_of_sales_id() const { return head_of_sales_id_; }
  const Pipelines& pipelines() const { return pipelines_; }
  // When the work began.
  Moment now() const { return now_; }

  const crm::v1::FieldSet& fields(crm::v1::Entity entity) const { return fields_.at(entity); }
  // Throws std::runtime_error if the account has no such field.
  const crm::v1::Field& field(const FieldPlace& place) const;
  // The form by which inquiries come to the pipeline. Null: none.
  const crm::v1::Form* FormTo(const crm::v1::Pipeline& pipeline) const;

 private:
  void ReadFields();
  void ReadPipelines();
  void ReadForms();

  const DemoAccount account_;
  const std::string name_ = account_.name();
  client::Client site_;
  std::vector<client::Client> managers_;
  client::Client head_of_sales_;
  int64_t head_of_sales_id_ = 0;
  Pipelines pipelines_;
  std::map<crm::v1::Entity, crm::v1::FieldSet> fields_;
  std::vector<crm::v1::Form> forms_;
  const Moment now_ = Now();
};

}  // namespace voronka::demo
