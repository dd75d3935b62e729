import { amount, choice, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'auto-scaling',
  name: 'Amazon EC2 Auto Scaling',
  shortName: 'Auto Scaling',
  category: 'compute',
  aliases: [
    'asg',
    'auto scaling',
    'autoscaling',
    'ec2 auto scaling',
    'auto scaling group',
    'scaling',
  ],
  purposes: [
    'elasticity',
    'scale out',
    'scale in',
    'self healing',
    'replace failed servers',
    'capacity',
  ],
  icon: 'architecture-service/AmazonEC2AutoScaling',
  scope: 'vpc',
  traits: [],
  summary: 'Adds, removes and replaces EC2 instances as load and health change.',
  facts: [
    amount('minCapacity', 'Minimum capacity', [
      'How many servers does {label} keep running at least?',
      'What is the minimum capacity of {label}?',
    ]),
    amount('maxCapacity', 'Maximum capacity', [
      'How many servers may {label} start at most?',
      'What is the maximum capacity of {label}?',
    ]),
    choice(
      'scaling',
      'How capacity follows demand',
      [
        ['fixed', 'Fixed: only replaces failed servers'],
        ['scheduled', 'By the clock'],
        ['dynamic', 'Automatically with load'],
      ],
      [
        'Does {label} react to load, to the clock, or only to failures?',
        'Which scaling policy does {label} have?',
      ],
    ),
    yesNo(
      'loadBalancerHealthCheck',
      'Replaces what the load balancer calls unhealthy',
      [
        'Are servers replaced when the application on them stops answering, or only when the machine dies?',
        'Does {label} use the load balancer health check?',
      ],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html',
        },
      },
    ),
    yesNo('behindLoadBalancer', 'Behind a load balancer', [
      'Does a load balancer send requests to the servers of {label}?',
      'Is {label} attached to a load balancer?',
    ]),
  ],
})
