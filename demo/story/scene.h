#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demo/story/cast.h"
#include "demo/story/figures.h"
#include "demo/story/invented_client.h"
#include "demo/story/narrator.h"
#include "demo/story/patience.h"
#include "demo/story/supervised_process.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::demo {

// What the steps play with, and what each leaves for those after it.
struct Scene {
  Cast& cast;
  Narrator& narrator;
  Figures& figures;
  const Patience& patience;
  const crm::v1::Pipeline& pipeline;
  // What can be killed.
  std::vector<SupervisedProcess> services;

  // As users read it.
  std::string StageName(std::string_view key) const;

  // Of the first inquiry.
  InventedClient client{"Ирина Соколова"};
  int64_t deal_id = 0;
  // Who lets the first offer lapse, and who takes the second.
  int64_t late_id = 0;
  int64_t owner_id = 0;

  // The deal that is on offer while the services are killed, and the one that nobody takes.
  int64_t deal_in_faults_id = 0;
  int64_t deal_nobody_took_id = 0;

  // Until when the latest offer can be taken.
  Moment deadline{};

  // The owner's latest task, and the moment of its reminder.
  int64_t task_id = 0;
  Moment reminder{};

  // When the services were killed.
  Moment killed{};
};

}  // namespace voronka::demo
